import type { WireError } from '#contract'
import type { RenditionOptions } from './imaging.js'

/** What a decoding child is asked; `source` and `target` are absolute paths. */
export type ChildTask = { id: number; source: string } & (
  | { kind: 'thumbnail' | 'preview'; target: string }
  | { kind: 'rendition'; target: string; options: RenditionOptions }
  | { kind: 'likeness' }
)

export type ChildAnswer = { id: number } & ({ ok: true; output: unknown } | { ok: false; error: WireError })
