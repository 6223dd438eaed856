import type { EventListener, EventName, Invoke, InvokeReply } from '#contract'
import { CutlineError } from '#contract'

/** Calls a command of the engine or the shell. Rejects with a CutlineError. */
export const invoke: Invoke = async (name, input) => {
  // main writes an InvokeReply.
  const reply = JSON.parse(await window.cutline.invoke(name, input)) as InvokeReply
  if (!reply.ok) throw CutlineError.fromWire(reply.error)
  // Parsed and checked where it was answered; the reply carries it untyped.
  return reply.output as never
}

/** Listens to an event. Answers a function that stops listening. */
export function on<E extends EventName>(event: E, listener: EventListener<E>): () => void {
  return window.cutline.on(event, listener)
}

/** Absolute paths of files that were dropped on the page. */
export function pathsOf(files: readonly File[]): string[] {
  return window.cutline.pathsOf(files)
}
