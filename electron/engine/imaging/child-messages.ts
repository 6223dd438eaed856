import type { WireError } from '#contract'
import type { RenditionOptions } from './imaging.js'
import type { RawPreview } from './raw-previews.js'

/** What a decoding child is asked; `source` and `target` are absolute paths. `raw`: `source` is a raw's preview. */
export type ChildTask = { id: number; source: string; target: string; raw?: RawPreview } & (
  { kind: 'thumbnail' | 'preview' | 'glance' } | { kind: 'rendition'; options: RenditionOptions }
)

/** `memory`: bytes that the child holds now. */
export type ChildAnswer = { id: number; memory: number } & (
  { ok: true; output: unknown } | { ok: false; error: WireError }
)
