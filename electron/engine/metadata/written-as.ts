import type { PhotoField, PhotoFields } from '#contract'
import { type FieldPlace, fieldPlaces } from './field-map.js'
import { cutForIim } from './iim-limits.js'
import { textsOf } from './texts-of.js'
import { cleaned } from './write-fields.js'

/**
 * The texts that a field of a record is written as: whole in XMP, cut to the lengths of IIM there. null where the field has no place in
 * that block.
 */
export function writtenAs(fields: PhotoFields, field: PhotoField, where: 'xmp' | 'iim'): string[] | null {
  const { iim, xmp }: FieldPlace = fieldPlaces[field]
  const texts = textsOf(cleaned(fields)[field])
  if (where === 'xmp') return xmp === undefined ? null : texts
  if (iim === undefined || 'date' in iim) return null
  const held = iim.list ? texts : texts.slice(0, 1)
  return held.map((text) => cutForIim(text, iim.limit)).filter((text) => text !== '')
}
