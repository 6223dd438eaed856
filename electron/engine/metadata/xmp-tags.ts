import { type Location, photoFields, type PhotoFields } from '#contract'
import { timeTags } from './camera-time.js'
import { type FieldPlace, fieldPlaces, vocabularies, type XmpForm } from './field-map.js'
import { hierarchyOf, hierarchyTag } from './keyword-levels.js'
import { type Frame, iptcRegions, mwgRegions } from './region-tags.js'
import { type TagStructure, type TagValue, type TagValues, withValues } from './written-values.js'

/**
 * The XMP properties that state the fields (XMP Specification Part 1; IPTC Photo Metadata Standard 2025.1), by ExifTool's tags.
 * Empty fields give none. `frame`: the picture that they are written for; without it no MWG regions, which name its size.
 */
export function xmpTags(fields: PhotoFields, frame?: Frame): Record<string, TagValue> {
  const tags: Record<string, TagValue | undefined> = {}
  for (const field of photoFields) {
    const { xmp } = fieldPlaces[field]
    if (!xmp) continue
    const value = xmpValue(fields, field, xmp.form, frame)
    // Terms and numbers are given as they are stored; ExifTool would take its own words for them.
    tags[xmp.form === 'term' || xmp.form === 'number' || field === 'urgency' ? `${xmp.tag}#` : xmp.tag] = value
  }
  tags[hierarchyTag] = hierarchyOf(fields.keywords)
  if (fields.regions.length > 0 && frame) tags['XMP-mwg-rs:RegionInfo'] = mwgRegions(fields.regions, frame)
  return withValues(tags)
}

/** Everything in XMP that states a field or did so in older programs, taken away. */
export const withoutFieldsInXmp: TagValues = Object.fromEntries(
  [
    ...Object.values(fieldPlaces).flatMap(({ xmp, alsoXmp = [] }: FieldPlace) => [...(xmp ? [xmp] : []), ...alsoXmp]),
    { tag: hierarchyTag },
    { tag: 'XMP-tiff:ImageDescription' },
    { tag: 'XMP-tiff:Artist' },
    { tag: 'XMP-tiff:Copyright' },
  ].map(({ tag }) => [tag, null]),
)

function xmpValue(
  fields: PhotoFields,
  field: keyof PhotoFields,
  form: XmpForm,
  frame: Frame | undefined,
): TagValue | undefined {
  if (field === 'regions') return iptcRegions(fields.regions, frame ?? { orientation: 1 })
  if (field === 'locationCreated') return fields.locationCreated ? [location(fields.locationCreated)] : undefined
  if (field === 'locationsShown') return fields.locationsShown.map(location)
  const value = fields[field]
  if (value === null) return undefined
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return value
  if (value === '') return undefined
  if (form === 'date') return timeTags(value).xmp
  return isTerm(field) ? term(value, vocabularies[field]) : value
}

function isTerm(field: keyof PhotoFields): field is keyof typeof vocabularies {
  return field in vocabularies
}

/** The standards write the whole address; a term from another vocabulary keeps its own. */
function term(value: string, vocabulary: string): string {
  return /^https?:/.test(value) ? value : `${vocabulary}${value}`
}

/** IPTC Extension, Location structure. */
function location({ place, city, province, country, countryCode }: Location): TagStructure {
  return Object.fromEntries(
    Object.entries({
      Sublocation: place,
      City: city,
      ProvinceState: province,
      CountryName: country,
      CountryCode: countryCode,
    }).filter(([, text]) => text !== ''),
  )
}
