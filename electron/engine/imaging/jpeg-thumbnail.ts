import { open } from 'node:fs/promises'
import { exifThumbnail } from './exif-thumbnail.js'
import { withOrientation } from './jpeg-orientation.js'

/** Cameras write EXIF as the first segment, of at most 64 KB; some programs put a small one before it. */
const headBytes = 72 * 1024

/**
 * The thumbnail that a camera put into a JPEG, as a JPEG that says how it is to be turned, found without decoding anything; null of a
 * JPEG without one, undefined of a file that is no JPEG. Rejects where the file cannot be read.
 */
export async function jpegThumbnail(file: string): Promise<Buffer | null | undefined> {
  const head = await readHead(file)
  if (head.length < 4 || head.readUInt16BE(0) !== 0xffd8) return undefined
  const exif = exifOf(head)
  return exif && thumbnailIn(exif)
}

/** The thumbnail in an EXIF block, with how the picture is to be turned. */
export function thumbnailIn(exif: Buffer): Buffer | null {
  const embedded = exifThumbnail(exif)
  return embedded && withOrientation(embedded.jpeg, embedded.orientation)
}

/** The EXIF block of a JPEG, with its leading `Exif\0\0` (EXIF 2.32, 4.7.2). */
function exifOf(head: Buffer): Buffer | null {
  // Segments: marker, length with itself, content (ITU-T T.81, B.1.1.4), up to the first scan.
  for (let at = 2; at + 4 <= head.length && head[at] === 0xff; at += 2 + head.readUInt16BE(at + 2)) {
    const marker = head[at + 1]
    if (marker === 0xda) return null
    const content = head.subarray(at + 4, at + 2 + head.readUInt16BE(at + 2))
    if (marker === 0xe1 && content.subarray(0, 6).equals(exifMark)) return content
  }
  return null
}

const exifMark = Buffer.from('Exif\0\0', 'latin1')

async function readHead(file: string): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
