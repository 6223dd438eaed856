/** An EXIF block that says nothing but the orientation (EXIF 2.32, 4.6.4; big-endian TIFF). */
function orientationBlock(orientation: number): Buffer {
  const exif = Buffer.from(
    '457869660000' + '4d4d002a00000008' + '0001' + '011200030000000100000000' + '00000000',
    'hex',
  )
  exif.writeUInt16BE(orientation, 6 + 8 + 2 + 8)
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(exif.length + 2, 2)
  return Buffer.concat([head, exif])
}

/** A JPEG that says how it is to be turned: the block stands first, where decoders look. */
export function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), orientationBlock(orientation), jpeg.subarray(2)])
}
