import type { WireError } from '#contract'
import type { RenditionOptions } from './imaging.js'
import type { RawPreview } from './raw-previews.js'

/** What a decoding child is asked; `source` and `target` are absolute paths. `raw`: `source` is a raw's preview. */
export type ChildTask = { id: number; source: string } & (
  | { kind: 'thumbnail' | 'preview' | 'glance'; target: string; raw?: RawPreview }
  | { kind: 'rendition'; target: string; options: RenditionOptions; raw?: RawPreview }
  | { kind: 'likeness' }
)

/** `memory`: bytes that the child holds now. */
export type ChildAnswer = { id: number; memory: number } & (
  { ok: true; output: unknown } | { ok: false; error: WireError }
)
