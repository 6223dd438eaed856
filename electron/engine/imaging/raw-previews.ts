import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { CutlineError, type ErrorCode } from '#contract'
import type { ImageFacts, Imaging } from './imaging.js'
import { hasRawEnding } from './raw-formats.js'

/** What a camera raw says of itself. */
export interface RawFacts {
  /** Pixels of the raw as stored, before its orientation; null where it does not say. */
  size: { width: number; height: number } | null
  /** EXIF orientation, 1 to 8. */
  orientation: number
  /** Names of embedded JPEGs, the largest first. */
  previews: string[]
}

/** Finds and takes out the JPEGs that cameras put into raws. */
export interface RawPreviews {
  /** Rejects where nothing can be read. */
  facts(file: string): Promise<RawFacts>
  /** Writes one of `previews` to a file. Rejects where it cannot be taken out. */
  extract(file: string, preview: string, target: string): Promise<void>
}

/** A preview that stands for its raw. */
export interface RawPreview {
  /** The raw's orientation, for previews that do not say their own. */
  orientation: number
  size: RawFacts['size']
}

/** Decoding as children do it: of a picture, or of a raw's preview that was taken out into a file. */
export interface PictureDecoder extends Omit<Imaging, 'thumbnail' | 'preview' | 'rendition'> {
  thumbnail(source: string, target: string, raw?: RawPreview): Promise<ImageFacts>
  preview(source: string, target: string, raw?: RawPreview): Promise<void>
  rendition(
    source: string,
    target: string,
    options: Parameters<Imaging['rendition']>[2],
    raw?: RawPreview,
  ): ReturnType<Imaging['rendition']>
}

/** A preview that fails so is no use; the next smaller one may be. */
const unusable: readonly ErrorCode[] = [
  'not-an-image',
  'format-unsupported',
  'raw-without-preview',
  'file-damaged',
  'file-empty',
  'metadata-failed',
]

/**
 * Imaging that shows camera raws by their largest embedded JPEG. What is a raw is told by its ending, or by the decoder, which
 * refuses raws by their content. A raw without a usable preview rejects as the decoder does: `raw-without-preview`.
 */
export function withRawPreviews(decoder: PictureDecoder, raws: RawPreviews): Imaging {
  async function show<T>(
    source: string,
    target: string,
    plain: () => Promise<T>,
    ofPreview: (file: string, raw: RawPreview) => Promise<T>,
  ): Promise<T> {
    if (!hasRawEnding(source)) {
      try {
        return await plain()
      } catch (error) {
        if (CutlineError.from(error).code !== 'raw-without-preview') throw error
      }
    }
    const facts = await raws.facts(source).catch(() => null)
    const file = `${target}.preview.jpg`
    await mkdir(path.dirname(file), { recursive: true })
    try {
      for (const preview of facts?.previews ?? []) {
        try {
          await rm(file, { force: true })
          await raws.extract(source, preview, file)
          return await ofPreview(file, { orientation: facts?.orientation ?? 1, size: facts?.size ?? null })
        } catch (error) {
          if (!unusable.includes(CutlineError.from(error).code)) throw error
        }
      }
    } finally {
      await rm(file, { force: true })
    }
    // It has none, or is something else with a raw's ending: what the decoder says counts.
    return plain()
  }

  return {
    thumbnail: (source, target) =>
      show(
        source,
        target,
        () => decoder.thumbnail(source, target),
        (file, raw) => decoder.thumbnail(file, target, raw),
      ),
    preview: (source, target) =>
      show(
        source,
        target,
        () => decoder.preview(source, target),
        (file, raw) => decoder.preview(file, target, raw),
      ),
    rendition: (source, target, options) =>
      show(
        source,
        target,
        () => decoder.rendition(source, target, options),
        (file, raw) => decoder.rendition(file, target, options, raw),
      ),
    glance: async (source, target) => !hasRawEnding(source) && decoder.glance(source, target),
    // A thumbnail is no raw, whatever it was made of.
    likeness: (thumbnail) => decoder.likeness(thumbnail),
    close: () => decoder.close(),
  }
}
