import { rename, rm } from 'node:fs/promises'
import type { Sharp } from 'sharp'
import { decodeError } from './decode-error.js'
import { type ImageFacts, previewEdge, type RenditionFacts, type RenditionOptions, thumbnailEdge } from './imaging.js'
import { openPicture } from './open-picture.js'
import type { RawPreview } from './raw-previews.js'
import { coloursToKeep, renditionOf } from './rendition.js'
import { sized } from './sized.js'

/** Writes the thumbnail and answers what decoding told of the file. Rejects as `Imaging` says. */
export async function makeThumbnail(source: string, target: string, raw?: RawPreview): Promise<ImageFacts> {
  try {
    const { image, hasAlpha, format, width, height, warnings } = await openPicture(source, raw)
    await writeWhole(upright(image, thumbnailEdge, hasAlpha).jpeg({ quality: 80 }), target)
    return { format, width, height, warnings }
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
    const { width, height } = await writeWhole(renditionOf(image, colours, options), target)
    return { width, height, isSrgb: colours !== 'profile' && colours !== 'cmyk' }
  } catch (error) {
    throw await decodeError(error, source)
  }
}

/** Turned as the camera was held, inside a square of `edge` pixels, in sRGB; holes become white where there may be any. */
function upright(image: Sharp, edge: number | null, mayHaveHoles: boolean): Sharp {
  const turned = sized(image, edge)
  const whole = mayHaveHoles ? turned.flatten({ background: '#ffffff' }) : turned
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
