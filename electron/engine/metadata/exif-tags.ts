import { photoFields, type PhotoFields } from '#contract'
import { timeTags } from './camera-time.js'
import { fieldPlaces } from './field-map.js'
import { type TagValue, withValues } from './written-values.js'
import { textsOf } from './texts-of.js'

/** The EXIF twins of the fields, in UTF-8 as other programs write them. Empty fields give none. */
export function exifTags(fields: PhotoFields): Record<string, TagValue> {
  const tags: Record<string, TagValue | undefined> = {}
  for (const field of photoFields) {
    const { exif } = fieldPlaces[field]
    const texts = textsOf(fields[field])
    const [first] = texts
    if (!exif || first === undefined) continue
    if ('date' in exif) {
      const time = timeTags(first)
      Object.assign(tags, { [exif.date]: time.exif, [exif.offset]: time.offset, [exif.subSeconds]: time.subSeconds })
    }
    // An id is plain ASCII in EXIF (2.32, 0xA420).
    else if (field !== 'guid' || /^[\x20-\x7e]*$/.test(first)) tags[exif.tag] = texts.join('; ')
  }
  return withValues(tags)
}
