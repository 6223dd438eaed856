import type { Command, CommandInput } from './commands.js'
import type { EventListener, EventName } from './events.js'

/** What the preload script puts on `window.cutline`, and all that the page can reach of the computer. */
export interface Bridge {
  /** Answers an InvokeReply as JSON: a text crosses into the page at once, where a page of photos is copied value by value for 10 ms. */
  invoke<C extends Command>(name: C, input: CommandInput<C>): Promise<string>
  /** Answers a function that stops listening. */
  on<E extends EventName>(event: E, listener: EventListener<E>): () => void
  /** Absolute paths of files that were dropped on the page or pasted into it. */
  pathsOf(files: readonly File[]): string[]
}
