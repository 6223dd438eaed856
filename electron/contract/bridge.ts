import type { Command, CommandInput } from './commands.js'
import type { EventListener, EventName } from './events.js'
import type { InvokeReply } from './transport.js'

/** What the preload script puts on `window.cutline`, and all that the page can reach of the computer. */
export interface Bridge {
  invoke<C extends Command>(name: C, input: CommandInput<C>): Promise<InvokeReply>
  /** Answers a function that stops listening. */
  on<E extends EventName>(event: E, listener: EventListener<E>): () => void
  /** Absolute paths of files that were dropped on the page or pasted into it. */
  pathsOf(files: readonly File[]): string[]
}
