import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { exifThumbnail } from './exif-thumbnail.js'
import { decodeHeif } from './heif.js'
import { thumbnailEdge } from './imaging.js'
import { jpegExif } from './jpeg-exif.js'
import { withOrientation } from './jpeg-orientation.js'
import { asTiff, openImage } from './open-picture.js'
import { tiffRoom } from './plain-tiff.js'

/**
 * Writes the thumbnail that a camera or phone put into its file, upright, as a JPEG; a few milliseconds where decoding the picture
 * takes a hundred or, of a HEIC, a thousand. Answers whether there is one. Rejects where the file cannot be read.
 */
export async function makeGlance(source: string, target: string): Promise<boolean> {
  const exif = await jpegExif(source)
  const shown = exif === undefined ? await otherThumbnail(source) : exif && thumbnailIn(exif)
  if (shown === null) return false
  const sized = openImage(shown, [])
    .autoOrient()
    .resize(thumbnailEdge, thumbnailEdge, { fit: 'inside', withoutEnlargement: true })
  await sized.toColourspace('srgb').jpeg({ quality: 80 }).toFile(target)
  return true
}

function thumbnailIn(exif: Buffer): Buffer | null {
  const embedded = exifThumbnail(exif)
  return embedded && withOrientation(embedded.jpeg, embedded.orientation)
}

async function otherThumbnail(source: string): Promise<Buffer | null> {
  const { exif, compression } = await sharp(source).metadata()
  return (exif && thumbnailIn(exif)) ?? (compression === 'hevc' ? heifThumbnail(source) : null)
}

async function heifThumbnail(source: string): Promise<Buffer | null> {
  const picture = await decodeHeif(await readFile(source), { thumbnail: true, room: tiffRoom })
  return picture && asTiff(picture)
}
