import { type FieldPlace, fieldPlaces } from './field-map.js'

/** EXIF tags of the field map, and what else of a file is looked at. */
const others = Object.values(fieldPlaces).flatMap(({ exif }: FieldPlace) =>
  exif === undefined ? [] : 'date' in exif ? [exif.date, exif.offset, exif.subSeconds] : [exif.tag],
)

/**
 * ExifTool's arguments for reading everything the field map knows. Whole groups, because matching a hundred names with every tag of a
 * file costs more than handing over tags that are not needed; without composite tags, which cost most of all (per file 1.3 against
 * 1.5 times a list of thirty names).
 */
const common = [
  '-G1',
  '-e',
  '-struct',
  // What is no valid UTF-8 comes as base64, so that no byte is lost; values as they stand, and texts that look like numbers as texts.
  '-b',
  '-n',
  ...['-api', 'StructFormat=JSONQ'],
  ...['-charset', 'IPTC=UTF8'],
  '-XMP:all',
  '-IPTC:all',
  // Pictures within XMP, which may take megabytes.
  ...['-XMP-GDepth:all', '-XMP-GImage:all', '-XMP-GAudio:all', '-XMP-xmp:Thumbnails*', '-XMP-xmpGImg:all'].map(
    (tag) => `-${tag}`,
  ),
  ...[...others, 'IFD0:Make', 'IFD0:Model', 'IFD0:Orientation'].map((tag) => `-${tag}`),
  ...['File:FileType', 'File:ImageWidth', 'File:ImageHeight', 'File:CurrentIPTCDigest'].map((tag) => `-${tag}`),
  ...['Photoshop:IPTCDigest', 'JUMBF:JUMDLabel', 'ExifTool:Error', 'ExifTool:Warning'].map((tag) => `-${tag}`),
] as const

/** Without maker notes and trailers, which hold none of these tags. */
export const quickArgs: readonly string[] = ['-fast2', ...common]

/** The same to the end of the file: -fast2 stops where the pixels of these begin, and programs may have written behind them. */
export const wholeArgs: readonly string[] = ['-fast', ...common]

/** Formats, by ExifTool's name of the type, that are read to their end. */
export const readWhole = /^(?:PNG|APNG|MNG|HEI[CF]S?|AVIF|CR3|GIF|MOV|MP4)$/
/** The same by a file's name, so as not to read it twice. */
export const readWholeByName = /\.(?:a?png|hei[cf]s?|avif|cr3|gif)$/i
