import { type PhotoField, photoFields } from '#contract'
import { type FieldPlace, fieldPlaces } from './field-map.js'
import type { Tags } from './tag-values.js'
import { languagesOf } from './xmp-values.js'

/** Texts in other languages than the one that counts: the default, or the first where there is none. */
export function otherLanguages(tags: Tags): { field: PhotoField; language: string; text: string }[] {
  return photoFields.flatMap((field) => {
    const { xmp }: FieldPlace = fieldPlaces[field]
    if (xmp?.form !== 'lang-alt') return []
    const languages = languagesOf(tags, xmp.tag)
    return (tags[xmp.tag] === undefined ? languages.slice(1) : languages).map((each) => ({ field, ...each }))
  })
}

/** Namespaces, by ExifTool's name of them, in which the field map has something; and the packet itself. */
const known = new Set([
  'XMP-x',
  'XMP-rdf',
  ...Object.values(fieldPlaces).flatMap(({ xmp, alsoXmp = [] }: FieldPlace) =>
    [...(xmp === undefined ? [] : [xmp]), ...alsoXmp].map(({ tag }) => tag.split(':')[0] ?? ''),
  ),
])

/** XMP that belongs to other programs and stays as it is: prefix and number of properties, the most first. */
export function otherNamespaces(tags: Tags): { prefix: string; properties: number }[] {
  const counts = new Map<string, number>()
  for (const tag of Object.keys(tags)) {
    const group = tag.split(':')[0] ?? ''
    if (!group.startsWith('XMP-') || known.has(group)) continue
    const prefix = group.slice('XMP-'.length)
    counts.set(prefix, (counts.get(prefix) ?? 0) + 1)
  }
  return [...counts]
    .map(([prefix, properties]) => ({ prefix, properties }))
    .sort((one, other) => other.properties - one.properties)
}
