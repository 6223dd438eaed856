import { stat } from 'node:fs/promises'
import path from 'node:path'
import { fileTypeFromFile } from 'file-type'
import { CutlineError } from '#contract'
import { diskError } from '../durable/write.js'

/** Pictures that are real, and that this version cannot decode. */
const unsupported: Readonly<Record<string, string>> = {
  'image/heic': 'HEIC',
  'image/heif': 'HEIF',
  'image/heic-sequence': 'HEIC',
  'image/heif-sequence': 'HEIF',
  'image/x-canon-cr2': 'Canon CR2 raw',
  'image/x-canon-cr3': 'Canon CR3 raw',
  'image/x-nikon-nef': 'Nikon NEF raw',
  'image/x-sony-arw': 'Sony ARW raw',
  'image/x-fujifilm-raf': 'Fujifilm RAF raw',
  'image/x-panasonic-rw2': 'Panasonic RW2 raw',
  'image/x-olympus-orf': 'Olympus ORF raw',
  'image/x-adobe-dng': 'DNG raw',
  'image/vnd.adobe.photoshop': 'Photoshop',
  'image/bmp': 'BMP',
  'image/jxl': 'JPEG XL',
  'image/jp2': 'JPEG 2000',
  'image/x-icon': 'icon',
  'image/jls': 'JPEG-LS',
  'image/jxr': 'JPEG XR',
}

/** Camera raws that are TIFFs by their first bytes. */
const rawEndings: Readonly<Record<string, string>> = {
  '.nef': 'Nikon NEF raw',
  '.nrw': 'Nikon NRW raw',
  '.cr2': 'Canon CR2 raw',
  '.arw': 'Sony ARW raw',
  '.sr2': 'Sony SR2 raw',
  '.srw': 'Samsung SRW raw',
  '.pef': 'Pentax PEF raw',
  '.orf': 'Olympus ORF raw',
  '.rw2': 'Panasonic RW2 raw',
  '.3fr': 'Hasselblad 3FR raw',
  '.iiq': 'Phase One IIQ raw',
  '.dng': 'DNG raw',
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
      `${source} has more than a thousand megapixels, which is more than Cutline opens.`,
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
  const type = await fileTypeFromFile(source).catch(() => undefined)
  if (!type) return new CutlineError('not-an-image', `${source} is no picture that Cutline knows.`)
  const raw = type.mime === 'image/tiff' ? rawEndings[path.extname(source).toLowerCase()] : undefined
  const name = unsupported[type.mime] ?? raw
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
