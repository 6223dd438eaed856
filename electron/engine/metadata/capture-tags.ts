import type { EmbedOptions } from './metadata.js'

/** How a picture was taken, which stays true of a rendition. Orientation does not: its pixels are upright already. */
const capture = [
  'IFD0:Make',
  'IFD0:Model',
  'IFD0:Copyright',
  'ExifIFD:ExposureTime',
  'ExifIFD:FNumber',
  'ExifIFD:ExposureProgram',
  'ExifIFD:ISO',
  'ExifIFD:ExposureCompensation',
  'ExifIFD:MeteringMode',
  'ExifIFD:Flash',
  'ExifIFD:WhiteBalance',
  'ExifIFD:FocalLength',
  'ExifIFD:FocalLengthIn35mmFormat',
  'ExifIFD:LensInfo',
  'ExifIFD:LensMake',
  'ExifIFD:LensModel',
  'XMP-dc:Rights',
]

const position = ['GPS:all', 'XMP-exif:GPS*']

/**
 * ExifTool's arguments that copy capture tags, and the position where it may leave, from the original; and that say of the
 * rendition itself that it is upright and in sRGB (EXIF 2.32, 0x0112 and 0xA001).
 */
export function copyCaptureTags({ original, keepGps }: EmbedOptions): string[] {
  const wanted = keepGps ? [...capture, ...position] : capture
  return [
    '-tagsFromFile',
    original,
    ...wanted.map((tag) => `-${tag}`),
    '-IFD0:Orientation#=1',
    '-ExifIFD:ColorSpace#=1',
  ]
}
