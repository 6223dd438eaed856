import { readFile } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { CutlineError, type ImageFormat } from '#contract'
import { rawError } from './decode-error.js'
import { decodeHeif, type HeifPicture } from './heif.js'
import { withOrientation } from './jpeg-orientation.js'
import { plainTiff, tiffRoom } from './plain-tiff.js'
import { rawName } from './raw-formats.js'
import type { RawPreview } from './raw-previews.js'

/** About a gigapixel; more is a mistake or a trap. */
const pixelLimit = 1024 * 1024 * 1024

/** Larger HEICs than any phone writes; the file is read into memory whole. */
const heifLimit = 512 * 1024 * 1024

sharp.concurrency(1)
sharp.cache(false)

/** Formats that sharp names, as ours; what it can open besides (SVG, PDF) is no photograph. */
const formats: Readonly<Record<string, ImageFormat>> = {
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  tiff: 'tiff',
  gif: 'gif',
}

/** A picture as it can be worked on. */
export interface OpenPicture {
  /** Its first page; its EXIF orientation is still to be applied. */
  image: Sharp
  format: ImageFormat
  /** Pixels as seen, after the orientation. */
  width: number
  height: number
  hasAlpha: boolean
  /** Decoder's complaints so far; more come while it decodes. */
  warnings: string[]
}

/**
 * Opens a picture, or with `raw` a raw's preview. Rejects as sharp does, or with a CutlineError: `not-an-image`, or
 * `raw-without-preview` of a camera raw, whose own pixels are no picture.
 */
export async function openPicture(source: string, raw?: RawPreview): Promise<OpenPicture> {
  if (raw) return openRawPreview(source, raw)
  const warnings: string[] = []
  const image = openImage(source, warnings)
  let facts: Metadata
  try {
    facts = await image.metadata()
  } catch (error) {
    if (!(await isHeif(source))) throw error
    return openHeif(source, warnings)
  }
  if (facts.format === 'heif' && facts.compression !== 'av1') return openHeif(source, warnings)
  const format = facts.format === 'heif' ? 'avif' : formats[facts.format]
  if (!format) {
    throw new CutlineError('not-an-image', `${source} is ${facts.format.toUpperCase()}, which is no photograph.`)
  }
  const name = format === 'tiff' ? await rawName(source) : null
  if (name !== null) throw rawError(source, name)
  return { image, format, ...sizeOf(facts), hasAlpha: facts.hasAlpha, warnings }
}

async function openRawPreview(source: string, { orientation, size }: RawPreview): Promise<OpenPicture> {
  const warnings: string[] = []
  let image = openImage(source, warnings)
  const facts = await image.metadata()
  let seen = sizeOf(facts)
  const isTurned = orientation >= 5
  // Some cameras store the preview as it is seen and leave out its orientation: it then stands across its raw.
  const stands = size !== null && facts.width > facts.height !== size.width > size.height
  if (facts.orientation === undefined && orientation > 1 && !(isTurned && stands)) {
    image = openImage(withOrientation(await readFile(source), orientation), warnings)
    seen = sizeOf({ ...facts, orientation })
  }
  const ofRaw = size && isTurned ? { width: size.height, height: size.width } : size
  const isLarger = ofRaw !== null && ofRaw.width >= seen.width && ofRaw.height >= seen.height
  return { image, format: 'raw', ...(isLarger ? ofRaw : seen), hasAlpha: false, warnings }
}

async function openHeif(source: string, warnings: string[]): Promise<OpenPicture> {
  const file = await readFile(source)
  if (file.length > heifLimit) throw new Error('exceeds pixel limit')
  const picture = await decodeHeif(file, { thumbnail: false, room: tiffRoom })
  if (!picture) throw new Error('it holds no picture')
  const { width, height } = picture
  return { image: openImage(await asTiff(picture), warnings), format: 'heic', width, height, hasAlpha: false, warnings }
}

/** Decoded pixels as a file that sharp opens; libheif has turned them already. */
export async function asTiff({ bytes, width, height, icc, primaries }: HeifPicture): Promise<Buffer> {
  return plainTiff(bytes, width, height, icc ?? (primaries === displayP3 ? await p3Profile() : null))
}

/** SMPTE EG 432-1, the primaries of Display P3 (ISO/IEC 23091-2, table 2). */
const displayP3 = 12

async function p3Profile(): Promise<Buffer | null> {
  const one = sharp({ create: { width: 1, height: 1, channels: 3, background: '#000' } })
  const tagged = await one.withIccProfile('p3').png().toBuffer()
  return (await sharp(tagged).metadata()).icc ?? null
}

export function openImage(source: string | Buffer, warnings: string[]): Sharp {
  const image = sharp(source, { failOn: 'error', limitInputPixels: pixelLimit, sequentialRead: true, pages: 1 })
  return image.on('warning', (warning: string) => warnings.push(warning))
}

function sizeOf({ width, height, orientation, pages, pageHeight }: Metadata): { width: number; height: number } {
  const tall = pages && pages > 1 && pageHeight ? pageHeight : height
  const isTurned = orientation !== undefined && orientation >= 5
  return { width: isTurned ? tall : width, height: isTurned ? width : tall }
}

async function isHeif(source: string): Promise<boolean> {
  const type = await fileTypeFromFile(source).catch(() => undefined)
  return type !== undefined && /^image\/hei[cf]/.test(type.mime)
}
