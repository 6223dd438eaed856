import { rename, rm } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { CutlineError, type ImageFormat } from '#contract'
import { decodeError } from './decode-error.js'
import { type ImageFacts, previewEdge, type RenditionOptions, thumbnailEdge } from './imaging.js'
import { likenessOf } from './likeness.js'

/** About a gigapixel; more is a mistake or a trap. */
const pixelLimit = 1024 * 1024 * 1024

sharp.concurrency(1)
sharp.cache(false)

/** Formats that sharp names, as ours; what it can open besides (SVG, PDF) is no photograph. */
const formats: Readonly<Record<string, ImageFormat>> = {
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  tiff: 'tiff',
  gif: 'gif',
  heif: 'avif',
}

/** Writes the thumbnail and answers what decoding told of the file. Rejects as `Imaging` says. */
export async function makeThumbnail(source: string, target: string): Promise<ImageFacts> {
  const warnings: string[] = []
  const image = openImage(source, warnings)
  try {
    const { format, width, height, orientation, pages, pageHeight, hasAlpha } = await image.metadata()
    const known = formats[format]
    if (!known) throw new CutlineError('not-an-image', `${source} is ${format.toUpperCase()}, which is no photograph.`)
    const tall = pages && pages > 1 && pageHeight ? pageHeight : height
    const isTurned = orientation !== undefined && orientation >= 5
    const likeness = await writeThumbnail(upright(image, thumbnailEdge, hasAlpha), target)
    return {
      format: known === 'tiff' && (await isRaw(source)) ? 'raw' : known,
      width: isTurned ? tall : width,
      height: isTurned ? width : tall,
      warnings,
      likeness,
    }
  } catch (error) {
    throw await decodeError(error, source)
  }
}

/** Writes a thumbnail and answers its likeness, for which its pixels pass through our hands: the original is decoded once. */
async function writeThumbnail(image: Sharp, target: string): Promise<string | null> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  await writeWhole(sharp(data, { raw: { width, height, channels } }).jpeg({ quality: 80 }), target)
  return likenessOf({ data, width, height, channels })
}

/** The likeness of a picture as small as a thumbnail. */
export async function readLikeness(source: string): Promise<string | null> {
  try {
    const { data, info } = await upright(openImage(source, []), thumbnailEdge)
      .raw()
      .toBuffer({ resolveWithObject: true })
    return likenessOf({ data, width: info.width, height: info.height, channels: info.channels })
  } catch (error) {
    throw await decodeError(error, source)
  }
}

export async function makePreview(source: string, target: string): Promise<void> {
  try {
    await writeWhole(upright(openImage(source, []), previewEdge).jpeg({ quality: 85 }), target)
  } catch (error) {
    throw await decodeError(error, source)
  }
}

export async function makeRendition(
  source: string,
  target: string,
  { longEdge, quality }: RenditionOptions,
): Promise<{ width: number; height: number }> {
  try {
    const image = upright(openImage(source, []), longEdge)
    return await writeWhole(image.withIccProfile('srgb').jpeg({ quality, chromaSubsampling: '4:4:4' }), target)
  } catch (error) {
    throw await decodeError(error, source)
  }
}

function openImage(source: string, warnings: string[]): Sharp {
  const image = sharp(source, { failOn: 'error', limitInputPixels: pixelLimit, sequentialRead: true, pages: 1 })
  return image.on('warning', (warning: string) => warnings.push(warning))
}

/** Turned as the camera was held, inside a square of `edge` pixels, in sRGB; holes become white where there may be any. */
function upright(image: Sharp, edge: number | null, mayHaveHoles = true): Sharp {
  const turned = image.autoOrient()
  const sized = edge === null ? turned : turned.resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
  const whole = mayHaveHoles ? sized.flatten({ background: '#ffffff' }) : sized
  return whole.toColourspace('srgb')
}

/** Under another name first: a picture appears whole or not at all. */
async function writeWhole(image: Sharp, target: string): Promise<{ width: number; height: number }> {
  const draft = `${target}.${process.pid}.tmp`
  try {
    const { width, height } = await image.toFile(draft)
    await rename(draft, target)
    return { width, height }
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** A camera's DNG is a TIFF to the decoder, which shows its embedded preview or its plain pixels. */
async function isRaw(source: string): Promise<boolean> {
  const { fileTypeFromFile } = await import('file-type')
  const type = await fileTypeFromFile(source)
  return type !== undefined && type.mime !== 'image/tiff'
}
