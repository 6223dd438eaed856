import type { PhotoFields } from '#contract'
import { timeTags } from './camera-time.js'
import { cutForIim, iimLimits } from './iim-limits.js'

/** The tags that state the fields in IIM, XMP and EXIF, equal in each but for IIM's lengths; empty fields give none. */
export function tagsToWrite(fields: PhotoFields): Record<string, string | string[]> {
  const { caption, headline, credit, creators, keywords, people, place, takenAt } = cleaned(fields)
  const iim = (text: string, limit: number) => cutForIim(text, limit)
  const time = takenAt === null ? null : timeTags(takenAt)
  const tags: Record<string, string | string[] | undefined> = {
    'IPTC:CodedCharacterSet': 'UTF8',
    'XMP-dc:Description': caption,
    'IPTC:Caption-Abstract': iim(caption, iimLimits.caption),
    'IFD0:ImageDescription': caption,
    'XMP-photoshop:Headline': headline,
    'IPTC:Headline': iim(headline, iimLimits.headline),
    'XMP-photoshop:Credit': credit,
    'IPTC:Credit': iim(credit, iimLimits.credit),
    'XMP-dc:Creator': creators,
    'IPTC:By-line': creators.map((creator) => iim(creator, iimLimits.byline)),
    'IFD0:Artist': creators.join('; '),
    'XMP-dc:Subject': keywords,
    'IPTC:Keywords': keywords.map((keyword) => iim(keyword, iimLimits.keyword)),
    'XMP-iptcExt:PersonInImage': people,
    'XMP-iptcCore:Location': place,
    'IPTC:Sub-location': iim(place, iimLimits.sublocation),
    'XMP-photoshop:DateCreated': time?.xmp,
    'IPTC:DateCreated': time?.iimDate,
    'IPTC:TimeCreated': time?.iimTime,
    'ExifIFD:DateTimeOriginal': time?.exif,
    'ExifIFD:OffsetTimeOriginal': time?.offset,
    'ExifIFD:SubSecTimeOriginal': time?.subSeconds,
    'Photoshop:IPTCDigest': 'new',
  }
  return Object.fromEntries(
    Object.entries(tags).flatMap(([tag, value]) => (value === undefined || value.length === 0 ? [] : [[tag, value]])),
  )
}

/** Characters that XML cannot hold (control characters, halves of surrogate pairs) are left out everywhere alike. */
function cleaned(fields: PhotoFields): PhotoFields {
  const clean = (text: string) => text.replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]|\p{Surrogate}/gu, '')
  return mapTexts(fields, clean)
}

/** The same value with every text in it changed. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
  // Each branch answers the shape that it was given.
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map((entry: unknown) => mapTexts(entry, change)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, mapTexts(entry, change)])) as T
}
