import { createHash } from 'node:crypto'

/**
 * SHA-256 of what a JPEG shows: every segment but the applications' (EXIF, XMP, IIM) and comments, and the compressed picture (ITU-T
 * T.81, annex B). Equal for two files exactly where only metadata differ. null for what is no JPEG, or a broken one.
 */
export function jpegPictureSha256(jpeg: Uint8Array): string | null {
  const view = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  if (view.length < 4 || view.readUInt16BE(0) !== 0xffd8) return null
  const hash = createHash('sha256')
  let at = 2
  while (at + 4 <= view.length) {
    if (view[at] !== 0xff) return null
    const marker = view[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = view.readUInt16BE(at + 2)
    if (length < 2 || at + 2 + length > view.length) return null
    const isMetadata = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe
    // Adobe's marker says how colours are to be read; it belongs to the picture.
    if (!isMetadata || marker === 0xee) hash.update(view.subarray(at, at + 2 + length))
    at += 2 + length
    if (marker !== 0xda) continue
    const end = view.lastIndexOf(Buffer.from([0xff, 0xd9]))
    if (end < at) return null
    return hash.update(view.subarray(at, end + 2)).digest('hex')
  }
  return null
}
