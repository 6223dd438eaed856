/** A JPEG thumbnail as the camera made it, with how the picture is to be turned. */
export interface ExifThumbnail {
  jpeg: Buffer
  /** EXIF orientation, 1 to 8. */
  orientation: number
}

/**
 * The thumbnail in an EXIF block (EXIF 2.32, 4.5.2 and 4.6.5: the first directory's orientation, the second one's JPEG); null where
 * there is none or the block is damaged. `block`: with or without its leading `Exif\0\0`.
 */
export function exifThumbnail(block: Buffer): ExifThumbnail | null {
  const tiff = block.subarray(0, 4).toString('latin1') === 'Exif' ? block.subarray(6) : block
  const order = tiff.subarray(0, 2).toString('latin1')
  if (order !== 'II' && order !== 'MM') return null
  const little = order === 'II'
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const directory = (at: number) => {
    const count = short(at)
    const entry = (tag: number) =>
      Array.from({ length: count }, (_, n) => at + 2 + n * 12).find((e) => short(e) === tag)
    return { entry, next: long(at + 2 + count * 12) }
  }
  try {
    const first = directory(long(4))
    if (first.next === 0) return null
    const second = directory(first.next)
    const [start, length] = [second.entry(0x0201), second.entry(0x0202)]
    if (start === undefined || length === undefined) return null
    const jpeg = tiff.subarray(long(start + 8), long(start + 8) + long(length + 8))
    if (jpeg.length < 4 || jpeg.readUInt16BE(0) !== 0xffd8) return null
    const turned = first.entry(0x0112)
    const orientation = turned === undefined ? 1 : short(turned + 8)
    return { jpeg, orientation: orientation >= 1 && orientation <= 8 ? orientation : 1 }
  } catch (error) {
    // An offset that leads out of the block.
    if (error instanceof RangeError) return null
    throw error
  }
}
