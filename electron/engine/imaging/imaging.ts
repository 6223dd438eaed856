import type { ImageFormat } from '#contract'

/** Longest sides, in pixels, of what Cutline renders for the screen. */
export const thumbnailEdge = 400
export const previewEdge = 1600

/** What decoding a file tells about it. */
export interface ImageFacts {
  format: ImageFormat
  /** Pixels as seen, after the EXIF orientation. */
  width: number
  height: number
  /** Decoder's complaints about a file that could be shown all the same. */
  warnings: string[]
  /** What it looks like (see `likenessOf`), taken from the thumbnail's pixels; null where it is plain, absent where it was not taken. */
  likeness?: string | null
}

export interface RenditionOptions {
  /** Longest side in pixels; null keeps the full size. Never enlarges. */
  longEdge: number | null
  /** JPEG quality, 1 to 100. */
  quality: number
}

/**
 * Decodes pictures in child processes. A file that kills or hangs its child rejects with `imaging-crashed` or
 * `imaging-timeout`, the child is replaced, and other work goes on. Files that cannot be decoded reject with
 * `not-an-image`, `format-unsupported`, `file-damaged`, `file-empty` or `image-too-large`. Targets appear whole or not
 * at all.
 */
export interface Imaging {
  /** Writes a JPEG thumbnail (longest side `thumbnailEdge`, upright, sRGB). */
  thumbnail(source: string, target: string): Promise<ImageFacts>
  /** What a thumbnail that stands in the cache looks like; null where it is plain. */
  likeness(thumbnail: string): Promise<string | null>
  /** Writes a JPEG preview (longest side `previewEdge`, upright, sRGB). */
  preview(source: string, target: string): Promise<void>
  /** Writes a JPEG rendition, upright, sRGB, without metadata. Answers its size in pixels. */
  rendition(source: string, target: string, options: RenditionOptions): Promise<{ width: number; height: number }>
  /** Ends the children; work in hand is rejected with `engine-stopped`. */
  close(): Promise<void>
}
