import { readMarkers, readRows } from '../positions/read-positions.js'
import type { Found, Rule } from './check-photo.js'

/** Markers that cannot be right: two people in one place, a marker behind nobody, more places announced than names. */
export const positions: Rule = ({ caption }) => {
  const found: Found[] = []
  const seen = new Set<string>()
  for (const { row, side, ordinal, text, named } of readMarkers(caption)) {
    const key = `${row ?? ''} ${side ?? ''} ${ordinal ?? ''}`
    // 前 and 後 alone may be said of several people.
    if (side !== null && seen.has(key)) found.push({ values: { marker: text, problem: 'twice' }, fix: null })
    else if (named === '') found.push({ values: { marker: text, problem: 'nobody' }, fix: null })
    seen.add(key)
  }
  for (const { announced, names, text } of readRows(caption)) {
    if (announced !== null && announced !== names.length)
      found.push({ values: { marker: text.slice(0, 12), problem: 'count', announced, named: names.length }, fix: null })
  }
  return found
}
