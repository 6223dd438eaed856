import type { ImageFormat, RenditionFormat } from '#contract'

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
  /** Of JPEG, WebP and AVIF, 1 to 100; PNG and TIFF lose nothing. */
  quality: number
  /** `jpeg` where it is absent. */
  format?: RenditionFormat
  /** Colours: converted to sRGB, as where it is absent, or left in the profile that the picture carries. */
  icc?: 'srgb' | 'keep'
  /** After it was made smaller: for a screen, or more, for ink. */
  sharpening?: 'none' | 'screen' | 'print'
  /** Printed small into the lower right corner. */
  watermark?: string | null
  /** An XMP packet to put into the file. */
  xmp?: string | null
  /**
   * A smaller JPEG beside it, in sRGB and without a profile, made from the same pixels: decoding the rendition for it would take longer. It is made of JPEGs in
   * sRGB without a watermark, and only where it is smaller; see `RenditionFacts`.
   */
  smaller?: { target: string; longEdge: number; quality: number }
}

export interface RenditionFacts {
  width: number
  height: number
  /** Its colours are in sRGB; otherwise in the profile that it carries. */
  isSrgb: boolean
  /** The size of the smaller one where it was made. */
  smaller?: { width: number; height: number }
}

/**
 * Decodes pictures in child processes. A file that kills or hangs its child rejects with `imaging-crashed` or
 * `imaging-timeout`, the child is replaced, and other work goes on. Files that cannot be decoded reject with
 * `not-an-image`, `format-unsupported`, `raw-without-preview`, `file-damaged`, `file-empty` or `image-too-large`. Targets appear whole or not
 * at all.
 */
export interface Imaging {
  /** Writes a JPEG thumbnail (longest side `thumbnailEdge`, upright, sRGB). Its folder is made where it is missing, as are those of a preview and a rendition. */
  thumbnail(source: string, target: string): Promise<ImageFacts>
  /** What a thumbnail that stands in the cache looks like; null where it is plain. */
  likeness(thumbnail: string): Promise<string | null>
  /** Writes a JPEG preview (longest side `previewEdge`, upright, sRGB). */
  preview(source: string, target: string): Promise<void>
  /**
   * Writes the thumbnail that the camera put into a file, upright, before other work that waits. Answers whether there is one; of
   * raws there is none. Says nothing of whether the picture can be decoded.
   */
  glance(source: string, target: string): Promise<boolean>
  /** Writes a rendition, upright, without metadata but what it is given. Answers its size in pixels. */
  rendition(source: string, target: string, options: RenditionOptions): Promise<RenditionFacts>
  /** Ends the children; work in hand is rejected with `engine-stopped`. */
  close(): Promise<void>
}
