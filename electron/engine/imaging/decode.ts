import { mkdirSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { decodeError } from './decode-error.js'
import { type ImageFacts, previewEdge, type RenditionFacts, type RenditionOptions, thumbnailEdge } from './imaging.js'
import { srgbProfile, withProfile } from './jpeg-profile.js'
import { likenessOf } from './likeness.js'
import { openPicture } from './open-picture.js'
import type { RawPreview } from './raw-previews.js'
import { type Colours, coloursToKeep, finished, renditionOf, shaped } from './rendition.js'
import { sized, sizeInside } from './sized.js'
import { watermarked } from './watermark.js'

/** Writes the thumbnail and answers what decoding told of the file. Rejects as `Imaging` says. */
export async function makeThumbnail(source: string, target: string, raw?: RawPreview): Promise<ImageFacts> {
  try {
    const { image, hasAlpha, format, width, height, warnings } = await openPicture(source, raw)
    const likeness = await writeThumbnail(upright(image, thumbnailEdge, hasAlpha), target)
    return { format, width, height, warnings, likeness }
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
    const { image, hasAlpha } = await openPicture(source)
    const { data, info } = await upright(image, thumbnailEdge, hasAlpha).raw().toBuffer({ resolveWithObject: true })
    return likenessOf({ data, width: info.width, height: info.height, channels: info.channels })
  } catch (error) {
    throw await decodeError(error, source)
  }
}

export async function makePreview(source: string, target: string, raw?: RawPreview): Promise<void> {
  try {
    const { image, hasAlpha } = await openPicture(source, raw)
    await writeWhole(upright(image, previewEdge, hasAlpha).jpeg({ quality: 85 }), target)
  } catch (error) {
    throw await decodeError(error, source)
  }
}

export async function makeRendition(
  source: string,
  target: string,
  options: RenditionOptions,
  raw?: RawPreview,
): Promise<RenditionFacts> {
  try {
    const { image } = await openPicture(source, raw)
    const colours = options.icc === 'keep' ? coloursToKeep(await image.metadata(), options.format) : 'srgb'
    if (options.smaller && canShare(colours, options)) {
      return await makeTwo(image, target, { ...options, smaller: options.smaller })
    }
    const rendition = renditionOf(image, colours, options)
    const marked = options.watermark
      ? await watermarked(
          rendition,
          options.watermark,
          sizeInside((await image.metadata()).autoOrient, options.longEdge),
        )
      : rendition
    const { width, height } = await writeWhole(marked, target)
    return { width, height, isSrgb: colours !== 'profile' && colours !== 'cmyk' }
  } catch (error) {
    throw await decodeError(error, source)
  }
}

function canShare(colours: Colours, { format = 'jpeg', watermark }: RenditionOptions): boolean {
  return colours === 'srgb' && format === 'jpeg' && !watermark
}

/** A rendition in sRGB and a smaller one of its pixels. */
async function makeTwo(
  image: Sharp,
  target: string,
  options: RenditionOptions & { smaller: NonNullable<RenditionOptions['smaller']> },
): Promise<RenditionFacts> {
  const { smaller } = options
  const pixels = shaped(image, 'srgb', options).toColourspace('srgb').raw()
  const { data, info } = await pixels.toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const profile = await srgbProfile()
  const again = () => sharp(data, { raw: { width, height, channels } })
  const jpeg = await finished(again(), options).toBuffer()
  await putWhole(target, (draft) => writeFile(draft, withProfile(jpeg, profile)))
  const facts = { width, height, isSrgb: true }
  if (Math.max(width, height) < smaller.longEdge) return facts
  const inside = { fit: 'inside', withoutEnlargement: true, kernel: 'cubic' } as const
  const small = again().resize(smaller.longEdge, smaller.longEdge, inside).jpeg({ quality: smaller.quality })
  return { ...facts, smaller: await writeWhole(small, smaller.target) }
}

/** Turned as the camera was held, inside a square of `edge` pixels, in sRGB; holes become white where there may be any. */
function upright(image: Sharp, edge: number | null, mayHaveHoles: boolean): Sharp {
  const turned = sized(image, edge)
  const whole = mayHaveHoles ? turned.flatten({ background: '#ffffff' }) : turned
  return whole.toColourspace('srgb')
}

async function writeWhole(image: Sharp, target: string): Promise<{ width: number; height: number }> {
  const { width, height } = await putWhole(target, (draft) => image.toFile(draft))
  return { width, height }
}

/** Under another name first: a picture appears whole or not at all. Its folder is made where it is missing: caches may be deleted. */
async function putWhole<T>(target: string, write: (draft: string) => Promise<T>): Promise<T> {
  const draft = `${target}.${process.pid}.tmp`
  // Nothing else waits in this process, and a thread of the pool costs more than the call.
  mkdirSync(path.dirname(target), { recursive: true })
  try {
    const written = await write(draft)
    await rename(draft, target)
    return written
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
