import { type PhotoField, photoFields, PhotoFields } from '#contract'
import { cameraBoilerplate } from './camera-boilerplate.js'
import { toCameraTime } from './camera-time.js'
import { decodeUndeclared } from './iim-text.js'

/** ExifTool's answer: values by group and tag, `IPTC:By-line`. */
export type Tags = Readonly<Record<string, unknown>>

/** The tags that are asked for; a short list, because reading all of them costs three times as much. */
export const readTags = [
  'XMP-dc:Description',
  'XMP-dc:Creator',
  'XMP-dc:Subject',
  'XMP-photoshop:Headline',
  'XMP-photoshop:Credit',
  'XMP-photoshop:City',
  'XMP-photoshop:State',
  'XMP-photoshop:Country',
  'XMP-photoshop:DateCreated',
  'XMP-iptcCore:Location',
  'XMP-iptcExt:PersonInImage',
  'XMP-exif:DateTimeOriginal',
  'IPTC:CodedCharacterSet',
  'IPTC:Caption-Abstract',
  'IPTC:Headline',
  'IPTC:Credit',
  'IPTC:By-line',
  'IPTC:Keywords',
  'IPTC:Sub-location',
  'IPTC:City',
  'IPTC:Province-State',
  'IPTC:Country-PrimaryLocationName',
  'IPTC:DateCreated',
  'IPTC:TimeCreated',
  'Photoshop:IPTCDigest',
  'File:CurrentIPTCDigest',
  'IFD0:ImageDescription',
  'IFD0:Artist',
  'ExifIFD:DateTimeOriginal',
  'ExifIFD:OffsetTimeOriginal',
] as const

/**
 * The fields that a file states. XMP is preferred, unless an IPTCDigest shows that an older program changed the IIM block
 * after it; EXIF comes last (IPTC Photo Metadata Standard 2025.1, mapping guidelines). Fields that the file leaves empty
 * are absent.
 */
export function readFields(tags: Tags): Partial<PhotoFields> {
  const iim = iimReader(tags)
  const both = <T>(xmp: T, ofIim: T): T[] => (iimIsNewer(tags) ? [ofIim, xmp] : [xmp, ofIim])
  const xmpText = (tag: string) => oneText(tags, tag)
  const caption = both(xmpText('XMP-dc:Description'), iim.text('Caption-Abstract'))
  const found: Partial<Record<PhotoField, unknown>> = {
    caption: firstText(...caption, notBoilerplate(oneText(tags, 'IFD0:ImageDescription'))),
    headline: firstText(...both(xmpText('XMP-photoshop:Headline'), iim.text('Headline'))),
    credit: firstText(...both(xmpText('XMP-photoshop:Credit'), iim.text('Credit'))),
    creators: firstList(
      ...both(texts(tags, 'XMP-dc:Creator'), iim.texts('By-line')),
      oneText(tags, 'IFD0:Artist').split(/\s*;\s*/),
    ),
    keywords: firstList(...both(texts(tags, 'XMP-dc:Subject'), iim.texts('Keywords'))),
    people: firstList(texts(tags, 'XMP-iptcExt:PersonInImage')),
    place: firstText(
      ...both(xmpText('XMP-iptcCore:Location'), iim.text('Sub-location')),
      ...both(
        wholePlace(xmpText('XMP-photoshop:City'), xmpText('XMP-photoshop:State'), xmpText('XMP-photoshop:Country')),
        wholePlace(iim.text('City'), iim.text('Province-State'), iim.text('Country-PrimaryLocationName')),
      ),
    ),
    takenAt:
      toCameraTime(oneText(tags, 'ExifIFD:DateTimeOriginal'), oneText(tags, 'ExifIFD:OffsetTimeOriginal')) ??
      toCameraTime(oneText(tags, 'XMP-photoshop:DateCreated')) ??
      toCameraTime(oneText(tags, 'XMP-exif:DateTimeOriginal')) ??
      toCameraTime(`${iim.text('DateCreated')} ${iim.text('TimeCreated')}`.trim()),
  }
  return withinContract(found)
}

/** Both digests are MD5 of the IIM block: one as it is, one as it was when XMP was last written. All zeros: not known. */
function iimIsNewer(tags: Tags): boolean {
  const recorded = oneText(tags, 'Photoshop:IPTCDigest')
  const current = oneText(tags, 'File:CurrentIPTCDigest')
  return /[1-9a-f]/.test(recorded) && current !== '' && recorded !== current
}

function iimReader(tags: Tags) {
  const decode = oneText(tags, 'IPTC:CodedCharacterSet') === '' ? decodeUndeclared : (text: string) => text
  return {
    text: (tag: string) => decode(oneText(tags, `IPTC:${tag}`)),
    texts: (tag: string) => texts(tags, `IPTC:${tag}`).map(decode),
  }
}

/** ExifTool's JSON writes texts that look like numbers as numbers, and repeated tags as lists. */
function texts(tags: Tags, tag: string): string[] {
  const value = tags[tag] ?? otherLanguage(tags, tag)
  if (value === undefined || value === null) return []
  return (Array.isArray(value) ? value : [value]).map(String)
}

function oneText(tags: Tags, tag: string): string {
  return texts(tags, tag).join('; ')
}

/** A language alternative without a default: ExifTool names the others `Description-zh-CN`. */
function otherLanguage(tags: Tags, tag: string): unknown {
  const key = Object.keys(tags).find((name) => name.startsWith(`${tag}-`))
  return key === undefined ? undefined : tags[key]
}

function firstText(...candidates: string[]): string | undefined {
  return candidates.find((text) => text.trim() !== '')
}

function firstList(...candidates: string[][]): string[] | undefined {
  return candidates.map((list) => list.filter((text) => text.trim() !== '')).find((list) => list.length > 0)
}

function notBoilerplate(description: string): string {
  return cameraBoilerplate.test(description) ? '' : description
}

/** English names the small place first, Chinese the large one. */
function wholePlace(city: string, state: string, country: string): string {
  const parts = [...new Set([city, state, country])].filter((part) => part.trim() !== '')
  return parts.some((part) => /\p{Script=Han}/u.test(part)) ? parts.reverse().join('') : parts.join(', ')
}

/** Other programs know none of the contract's limits: what is longer is cut, what does not fit is left out. */
function withinContract(found: Partial<Record<PhotoField, unknown>>): Partial<PhotoFields> {
  const fields: Partial<Record<PhotoField, unknown>> = {}
  for (const field of photoFields) {
    const value = shortened(field, found[field])
    if (value === undefined || value === null) continue
    const parsed = PhotoFields.shape[field].safeParse(value)
    if (parsed.success) fields[field] = parsed.data
  }
  // Each value has just been parsed by its own field's schema, which the loop cannot express.
  return fields as Partial<PhotoFields>
}

function shortened(field: PhotoField, value: unknown): unknown {
  if (typeof value === 'string') return value.trim().slice(0, field === 'caption' ? 20_000 : 2_000)
  if (!Array.isArray(value)) return value
  return value.slice(0, field === 'creators' ? 100 : 1_000).map((entry) => String(entry).slice(0, 500))
}
