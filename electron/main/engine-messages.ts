import { z } from 'zod'
import { type AnyEvent, CutlineError, events, type FromEngine, WireError } from '#contract'

const Envelope = z.union([
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('response'), id: z.int(), ok: z.literal(true), output: z.unknown() }),
  z.object({ type: z.literal('response'), id: z.int(), ok: z.literal(false), error: WireError }),
  z.object({ type: z.literal('ask'), id: z.int(), request: z.string(), input: z.unknown() }),
  z.object({ type: z.literal('event'), event: z.enum(Object.keys(events)), payload: z.unknown() }),
])

/** Reads a message from the engine's process. Throws `internal` for anything that the contract does not know. */
export function parseFromEngine(message: unknown): FromEngine {
  const envelope = Envelope.safeParse(message)
  if (!envelope.success) throw unreadable(envelope.error.message)
  if (envelope.data.type !== 'event') return envelope.data
  const event = envelope.data.event as AnyEvent['event'] // one of the keys of `events`, says the schema
  const payload = events[event].safeParse(envelope.data.payload)
  if (!payload.success) throw unreadable(`${event}: ${payload.error.message}`)
  // The payload was parsed by this very event's schema, which a lookup by a union of names cannot express.
  return { type: 'event', event, payload: payload.data } as FromEngine
}

function unreadable(reason: string): CutlineError {
  return new CutlineError('internal', `The engine sent a message that cannot be read: ${reason}`)
}
