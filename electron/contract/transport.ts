import type { AnyEvent } from './events.js'
import type { WireError } from './errors.js'

/** What crosses between the shell (or a test, or the command line) and the engine's process: JSON, one object a message. */
export type ToEngine =
  | { type: 'request'; id: number; command: string; input: unknown }
  /** To what the engine has asked. */
  | { type: 'answer'; id: number; ok: true; output: unknown }
  | { type: 'answer'; id: number; ok: false; error: WireError }
  | { type: 'stop' }

export type FromEngine =
  | { type: 'ready' }
  | { type: 'response'; id: number; ok: true; output: unknown }
  | { type: 'response'; id: number; ok: false; error: WireError }
  /** The engine asks the shell; see shell-requests.ts. */
  | { type: 'ask'; id: number; request: string; input: unknown }
  | ({ type: 'event' } & AnyEvent)

/** Electron channel names; the page reaches them only through the preload bridge. */
export const channels = { invoke: 'cutline:invoke', event: 'cutline:event' } as const

/** An answer on the invoke channel; errors travel as values, because Electron keeps only an error's message. */
export type InvokeReply = { ok: true; output: unknown } | { ok: false; error: WireError }

/** The scheme that serves thumbnails and previews: `cutline-photo://thumbnail/<sha256>`, `cutline-photo://preview/<sha256>`. */
export const photoScheme = 'cutline-photo'
