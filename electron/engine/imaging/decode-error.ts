import { stat } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { CutlineError } from '#contract'
import { diskError } from '../durable/write.js'
import { rawName } from './raw-formats.js'

/** Pictures that are real, and that this version cannot decode. */
const unsupported: Readonly<Record<string, string>> = {
  'image/vnd.adobe.photoshop': 'Photoshop',
  'image/bmp': 'BMP',
  'image/jxl': 'JPEG XL',
  'image/jp2': 'JPEG 2000',
  'image/x-icon': 'icon',
  'image/jls': 'JPEG-LS',
  'image/jxr': 'JPEG XR',
}

/** Pictures that the decoder knows: one that it cannot read is damaged. */
const supported = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/tiff',
  'image/gif',
  'image/avif',
  'image/apng',
  'image/heic',
  'image/heif',
  'image/heic-sequence',
  'image/heif-sequence',
])

/** Says of a failed decoding what the file is: not a picture, one of a kind we cannot read yet, or a damaged one. */
export async function decodeError(error: unknown, source: string): Promise<unknown> {
  if (error instanceof CutlineError) return error
  const disk = diskError(error, source)
  if (disk !== error) return disk
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  if (/pixel limit/i.test(reason)) {
    return new CutlineError(
      'image-too-large',
      `${source} has more pixels than Cutline opens: a thousand megapixels, in HEIC a quarter of that.`,
    )
  }
  // What libvips says of a full disk; targets that cannot be written for another reason fail when they are opened.
  if (/no space left|write error/i.test(reason))
    return new CutlineError('disk-full', `There is no space left to render ${source}.`)
  try {
    if ((await stat(source)).size === 0) return new CutlineError('file-empty', `${source} is empty (0 bytes).`)
  } catch {
    return new CutlineError('file-vanished', `${source} is not there (any more).`)
  }
  const raw = await rawName(source)
  if (raw !== null) return rawError(source, raw)
  const type = await fileTypeFromFile(source).catch(() => undefined)
  if (!type) return new CutlineError('not-an-image', `${source} is no picture that Cutline knows.`)
  const name = unsupported[type.mime]
  if (name !== undefined) {
    return new CutlineError(
      'format-unsupported',
      `${source} is a ${name} picture, which Cutline cannot read yet. Save it as JPEG or TIFF and import that.`,
      { format: type.ext },
    )
  }
  if (supported.has(type.mime)) {
    return new CutlineError(
      'file-damaged',
      `${source} is damaged and cannot be shown whole: ${reason}. Ask for it again.`,
    )
  }
  return new CutlineError('not-an-image', `${source} is no photograph but ${type.ext.toUpperCase()} (${type.mime}).`)
}

/** Of a camera raw, which is shown by its preview alone: this one has none, or nobody looked for it yet. */
export function rawError(source: string, name: string): CutlineError {
  return new CutlineError(
    'raw-without-preview',
    `${source} is a ${name} raw without a preview that can be shown. Export it as JPEG and import both together.`,
    { format: name },
  )
}
