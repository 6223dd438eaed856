import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { ExifTool } from 'exiftool-vendored'
import {
  emptyPhotoFields,
  type PhotoField,
  photoFields,
  type PhotoFields,
  removeAll,
  renditionFormats,
} from '#contract'
import { exifTags } from './exif-tags.js'
import { readExiv2 } from './exiv2-for-tests.js'
import { fieldPlaces } from './field-map.js'
import { graphemePrefix } from './grapheme-prefix-for-tests.js'
import { iimTags } from './iim-tags.js'
import type { Metadata } from './metadata.js'
import { ReadTogether } from './read-together.js'
import { textsOf } from './texts-of.js'
import { xmpTags } from './xmp-tags.js'

const run = promisify(execFile)
const size = { width: 60, height: 40 }

export const roundTripFormats = [...renditionFormats, 'xmp'] as const
export type RoundTripFormat = (typeof roundTripFormats)[number]

export interface RoundTripTools {
  metadata: Metadata
  /** Every tag as ExifTool reads it, see `readEverything`. */
  everything: ReadTogether
  /** Whether exiv2 is there to look with other eyes. */
  hasExiv2: boolean
  folder: string
  /** A rendition of each format without metadata, 60 by 40 pixels. */
  blanks: Readonly<Record<RoundTripFormat, Buffer>>
  /** Fields that this Cutline reads. */
  readable: ReadonlySet<PhotoField>
}

/** Writes a record into a file and reads it back with every program there is. Answers what differs, in words. */
export async function roundTrip(
  fields: PhotoFields,
  format: RoundTripFormat,
  name: string,
  tools: RoundTripTools,
): Promise<string[]> {
  const file = path.join(tools.folder, `${name}.${format}`)
  const blank = path.join(tools.folder, 'blank.jpeg')
  if (format === 'xmp') await tools.metadata.writeBeside(file, fields, { original: blank, privacy: removeAll })
  else {
    await writeFile(file, tools.blanks[format])
    await tools.metadata.embed(file, fields, {
      original: blank,
      privacy: removeAll,
      ...size,
      isSrgb: true,
      hasXmp: false,
    })
  }
  const found = [
    ...(await comparedByExifTool(fields, format, file, tools)),
    ...(await comparedByCutline(fields, file, tools)),
    ...(tools.hasExiv2 ? await comparedByExiv2(fields, file) : []),
  ]
  return found.map((difference) => `${path.basename(file)}: ${difference}`)
}

/** Numbers as they are stored, structures as such. */
export function readEverything(exiftool: ExifTool): ReadTogether {
  const args = ['-G1', '-struct', '-n', '-api', 'LimitLongValues=0', '-charset', 'iptc=utf8']
  return new ReadTogether(exiftool, [...args, '-all:all', '-File:CurrentIPTCDigest'])
}

/** Formats that hold an IIM block, as ExifTool writes it. */
const holdsIim = new Set<RoundTripFormat>(['jpeg', 'png', 'tiff'])
/** Formats whose readers compare the digest (Photoshop resources). */
const holdsDigest = new Set<RoundTripFormat>(['jpeg', 'tiff'])

async function comparedByExifTool(
  fields: PhotoFields,
  format: RoundTripFormat,
  file: string,
  { everything }: RoundTripTools,
): Promise<string[]> {
  const tags = await everything.read(file)
  const expected = {
    ...xmpTags(fields, format === 'xmp' ? { width: 60, height: 40, orientation: 1 } : { ...size, orientation: 1 }),
    ...(holdsIim.has(format) ? iimTags(fields) : {}),
    ...(format === 'xmp' ? {} : exifTags(fields)),
  }
  const wrong = Object.entries(expected).flatMap(([tag, value]) => {
    const name = tag.replace(/#$/, '')
    if (name === 'IPTC:CodedCharacterSet')
      return tags[name] === '\u001b%G' ? [] : [`${name} is ${JSON.stringify(tags[name])}`]
    const found = asWritten(name, tags)
    return same(found, value) ? [] : [`ExifTool reads ${name} as ${shown(found)}, not ${shown(value)}`]
  })
  if (holdsIim.has(format)) wrong.push(...cutsInTheMiddle(fields, tags))
  if (holdsDigest.has(format) && tags['Photoshop:IPTCDigest'] !== tags['File:CurrentIPTCDigest'])
    wrong.push('the IPTCDigest is not of this IIM block')
  return wrong
}

/** Each IIM text must be the whole text or its longest beginning of whole characters, found here in another way. */
function cutsInTheMiddle(fields: PhotoFields, tags: Record<string, unknown>): string[] {
  return photoFields.flatMap((field) => {
    const { iim } = fieldPlaces[field]
    if (!iim || 'date' in iim) return []
    const wanted = textsOf(fields[field])
      .map((text) => graphemePrefix(text, iim.limit))
      .filter((text) => text !== '')
    const found = tags[`IPTC:${iim.tag}`]
    return same(found, iim.list ? wanted : (wanted[0] ?? ''))
      ? []
      : [`IPTC:${iim.tag} holds ${shown(found)}, not ${shown(wanted)}`]
  })
}

async function comparedByCutline(
  fields: PhotoFields,
  file: string,
  { metadata, readable }: RoundTripTools,
): Promise<string[]> {
  const read = { ...emptyPhotoFields, ...(await metadata.read(file)).fields }
  return photoFields
    .filter((field) => readable.has(field) && JSON.stringify(read[field]) !== JSON.stringify(fields[field]))
    .map((field) => `Cutline reads ${field} as ${shown(read[field])}, not ${shown(fields[field])}`)
}

async function comparedByExiv2(fields: PhotoFields, file: string): Promise<string[]> {
  // exiv2 (to 0.28) knows nothing of the second part of a packet that is longer than a JPEG segment (XMP Part 3, 1.1.3.1).
  if ((await readFile(file)).includes('http://ns.adobe.com/xmp/extension/')) return []
  const found = await readExiv2(file)
  return photoFields.flatMap((field) => {
    const { xmp } = fieldPlaces[field]
    if (!xmp || !['text', 'lang-alt', 'list'].includes(xmp.form)) return []
    const texts = textsOf(fields[field])
    if (texts.length === 0) return []
    const read = found.xmp(xmp.tag)
    const wanted = texts.join(', ')
    return read === wanted ? [] : [`exiv2 reads ${xmp.tag} as ${shown(read)}, not ${shown(wanted)}`]
  })
}

/** Two tags that ExifTool reads in another form than it writes them. */
function asWritten(name: string, tags: Record<string, unknown>): unknown {
  if (name === 'IFD0:Artist') return [tags[name]].flat().join('; ')
  if (name !== 'XMP-plus:ImageSupplierName') return tags[name]
  return (tags['XMP-plus:ImageSupplier'] as Record<string, unknown>[] | undefined)?.[0]?.ImageSupplierName
}

/** ExifTool's JSON writes what looks like a number as one, and a list of one as its entry. */
function same(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    const list = Array.isArray(found) ? found : found === undefined || found === '' ? [] : [found]
    return list.length === wanted.length && wanted.every((entry, at) => same(list[at], entry))
  }
  if (typeof wanted === 'object' && wanted !== null) {
    const there = found as Record<string, unknown> | undefined
    return Object.entries(wanted).every(([key, entry]) => same(there?.[key], entry))
  }
  const [a, b] = [plain(found), plain(wanted)]
  return a === b || (a !== '' && Number(a) === Number(b)) || a === datedLikeExifTool(b)
}

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value ?? '')
}

/** ExifTool prints XMP's dates with colons. */
function datedLikeExifTool(text: string): string {
  return text.replace(/^(\d{4})-(\d{2})-(\d{2})/, '$1:$2:$3').replace('T', ' ')
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length > 300 ? `${text.slice(0, 200)} … (${text.length})` : text
}

/** Whether exiv2 can be run here. */
export async function hasExiv2(): Promise<boolean> {
  return run('exiv2', ['--version']).then(
    () => true,
    () => false,
  )
}
