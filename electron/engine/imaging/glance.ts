import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { decodeHeif } from './heif.js'
import { thumbnailEdge } from './imaging.js'
import { jpegThumbnail, thumbnailIn } from './jpeg-thumbnail.js'
import { asTiff, openImage } from './open-picture.js'
import { tiffRoom } from './plain-tiff.js'

/**
 * Writes the thumbnail that a camera or phone put into its file, upright, as a JPEG; a few milliseconds where decoding the picture
 * takes a hundred or, of a HEIC, a thousand. Answers whether there is one. Rejects where the file cannot be read.
 */
export async function makeGlance(source: string, target: string): Promise<boolean> {
  const inJpeg = await jpegThumbnail(source)
  const shown = inJpeg === undefined ? await otherThumbnail(source) : inJpeg
  if (shown === null) return false
  const sized = openImage(shown, [])
    .autoOrient()
    .resize(thumbnailEdge, thumbnailEdge, { fit: 'inside', withoutEnlargement: true })
  await sized.toColourspace('srgb').jpeg({ quality: 80 }).toFile(target)
  return true
}

async function otherThumbnail(source: string): Promise<Buffer | null> {
  const { exif, compression } = await sharp(source).metadata()
  return (exif && thumbnailIn(exif)) ?? (compression === 'hevc' ? heifThumbnail(source) : null)
}

async function heifThumbnail(source: string): Promise<Buffer | null> {
  const picture = await decodeHeif(await readFile(source), { thumbnail: true, room: tiffRoom })
  return picture && asTiff(picture)
}
