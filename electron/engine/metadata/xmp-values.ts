import type { Location } from '#contract'
import { vocabularies, type XmpForm } from './field-map.js'
import { toCameraTime } from './camera-time.js'
import { asStrings, asStructures, type Structure, textIn } from './tag-values.js'
import { iptcRegions, mwgRegions, type Picture } from './regions.js'
import type { Tags } from './tag-values.js'

/** The addresses of the vocabularies that the contract names by their terms alone. */
const term = new RegExp(
  `^(?:${[...new Set(Object.values(vocabularies))].join('|').replaceAll('.', '\\.').replaceAll('http:', 'https?:')})`,
)

/** What an XMP property says, in the shape of the contract's field; undefined where it says nothing. */
export function xmpValue(tags: Tags, tag: string, form: XmpForm, picture: Picture): unknown {
  const value = tags[tag]
  switch (form) {
    case 'text':
      return asStrings(value).join('; ')
    case 'lang-alt':
      return asStrings(value ?? languagesOf(tags, tag)[0]?.text).join('; ')
    case 'list':
      return asStrings(value)
    case 'date':
      return toCameraTime(asStrings(value)[0])
    case 'term':
      return asStrings(value)[0]?.trim().replace(term, '')
    case 'number':
      return numberOf(asStrings(value)[0])
    case 'location':
      return asStructures(value).map(locationOf).find(hasText)
    case 'locations':
      return asStructures(value).map(locationOf).filter(hasText)
    case 'supplier':
      return asStructures(value).map((supplier) => textIn(supplier, 'ImageSupplierName'))[0]
    case 'regions':
      return iptcRegions(asStructures(value), picture)
    case 'mwg-regions':
      return asStructures(value).flatMap((info) => mwgRegions(info, picture))
  }
}

/** The other languages of a language alternative: ExifTool names them `XMP-dc:Description-zh-CN`. */
export function languagesOf(tags: Tags, tag: string): { language: string; text: string }[] {
  return Object.entries(tags).flatMap(([name, value]) => {
    if (!name.startsWith(`${tag}-`)) return []
    return [{ language: name.slice(tag.length + 1), text: asStrings(value).join('; ') }]
  })
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined || !/^\s*-?\d+(\.\d+)?\s*$/.test(text) ? undefined : Math.round(Number(text))
}

/** IPTC Extension, Location structure; a place that has a name and no sublocation goes by its name. */
function locationOf(structure: Structure): Location {
  return {
    place: textIn(structure, 'Sublocation') || textIn(structure, 'LocationName'),
    city: textIn(structure, 'City'),
    province: textIn(structure, 'ProvinceState'),
    country: textIn(structure, 'CountryName'),
    countryCode: textIn(structure, 'CountryCode'),
  }
}

function hasText(location: Location): boolean {
  return Object.values(location).some((text) => text.trim() !== '')
}
