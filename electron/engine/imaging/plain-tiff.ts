/** Bytes that the header takes when there is no profile. */
const fixed = 8 + 2 + 12 * 12 + 4 + 8

/** Bytes to leave free before the pixels for `writeTiffHeader`. */
export const tiffRoom = fixed

/**
 * Makes a baseline TIFF (TIFF 6.0, sections 2 to 6) of pixels that begin at `tiffRoom`: three bytes each, in one strip, so that
 * sharp gets decoded pixels together with their ICC profile (tag 34675), which it takes only from a file.
 */
export function plainTiff(bytes: Buffer, width: number, height: number, icc: Buffer | null): Buffer {
  const length = bytes.length - tiffRoom
  const whole = icc ? Buffer.concat([bytes, icc]) : bytes
  const [short, long, undefined_] = [3, 4, 7]
  const bits = fixed - 8
  const entries: [tag: number, type: number, count: number, value: number][] = [
    [256, long, 1, width],
    [257, long, 1, height],
    [258, short, 3, bits],
    [259, short, 1, 1], // no compression
    [262, short, 1, 2], // RGB
    [273, long, 1, tiffRoom],
    [277, short, 1, 3], // samples per pixel
    [278, long, 1, height], // rows per strip
    [279, long, 1, length],
    [284, short, 1, 1], // chunky
    ...(icc ? [[34675, undefined_, icc.length, bytes.length] as [number, number, number, number]] : []),
  ]
  whole.write('II*\0', 0, 'latin1')
  whole.writeUInt32LE(8, 4)
  whole.writeUInt16LE(entries.length, 8)
  for (const [place, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + place * 12
    whole.writeUInt16LE(tag, at)
    whole.writeUInt16LE(type, at + 2)
    whole.writeUInt32LE(count, at + 4)
    whole.writeUInt32LE(value, at + 8)
  }
  whole.writeUInt32LE(0, 10 + entries.length * 12)
  for (const sample of [0, 2, 4]) whole.writeUInt16LE(8, bits + sample)
  return whole
}
