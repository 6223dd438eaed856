import { foldText } from '../credits/folded-text.js'
import { isPerson } from '../credits/names.js'
import { positionDisagreements } from '../positions/disagreements.js'
import { readMarkers, readRows, type Row } from '../positions/read-positions.js'
import type { Found, Rule } from './check-photo.js'

/** Where nobody can have been named before a marker. */
const beginning = /(?:^|[。！？!?；\n])[”’」』]?\s*$/u

/**
 * Markers that cannot be right: those that say something else than the boxes in the picture, which can be put right; two people in one
 * place, a marker behind nobody, more places announced than names.
 */
export const positions: Rule = ({ caption, regions }, { people, style }) => {
  const boxes = positionDisagreements(caption, regions, style, people)
  const found = boxes.found.map(({ marker, name }): Found => ({
    values: { marker, name, problem: 'boxes', context: 'boxes' },
    fix: boxes.fixed === null ? null : { caption: boxes.fixed },
  }))
  const seen = new Set<string>()
  for (const { row, side, ordinal, text, at } of readMarkers(caption)) {
    const key = `${row ?? ''} ${side ?? ''} ${ordinal ?? ''}`
    // 前 and 後 alone may be said of several people.
    if (side !== null && seen.has(key)) found.push({ values: { marker: text, problem: 'twice' }, fix: null })
    else if (beginning.test(caption.slice(Math.max(0, at - 20), at)))
      found.push({ values: { marker: text, problem: 'nobody' }, fix: null })
    seen.add(key)
  }
  for (const row of readRows(caption)) {
    const { announced, text } = row
    if (announced === null) continue
    const { least, most } = namesIn(row)
    if (announced >= least && announced <= most) continue
    const named = announced < least ? least : most
    found.push({ values: { marker: text.slice(0, 12), problem: 'count', announced, named }, fix: null })
  }
  return found
}

/**
 * How many people a list names: at least those up to its first comma, of what 和 or 與 adds only who is certainly somebody; at
 * most all its pieces. Behind 甲、乙、丙 there may follow 與居民合影 and what else they did.
 */
function namesIn({ text, names }: Row): { least: number; most: number } {
  const [people = ''] = text.split(/[,，]/u)
  const least = people.split('、').reduce((count, piece) => {
    const [, ...joined] = foldText(piece).folded.split(/[和与]/u)
    return count + 1 + joined.filter((name) => isPerson(name.trim())).length
  }, 0)
  return { least, most: names.length }
}
