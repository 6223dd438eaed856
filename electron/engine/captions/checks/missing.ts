import { foldText } from '../credits/folded-text.js'
import { readCredit } from '../credits/split-caption.js'
import type { Found, Rule } from './check-photo.js'
import { namesOf } from './known-names.js'

export const noCaption: Rule = ({ caption }) => (caption.trim() === '' ? [{ values: {}, fix: null }] : [])

export const noCredit: Rule = ({ credit }) => (credit.trim() === '' ? [{ values: {}, fix: null }] : [])

/** A line that says nothing to the grammar is printed as it is; somebody should know. */
export const unreadCredit: Rule = ({ credit, creditParts }) =>
  credit.trim() !== '' && creditParts === null && readCredit(credit) === null
    ? [{ values: { line: credit }, fix: null }]
    : []

/** Somebody is marked in the picture whom the caption does not name, by any name that the roster has for them. */
export const personMissing: Rule = ({ caption, people }, { people: roster }) => {
  if (people.length === 0) return []
  const text = comparable(foldText(caption).folded)
  return people
    .filter((name) => {
      const wanted = comparable(foldText(name).folded)
      if (wanted === '' || text.includes(wanted)) return false
      const others = roster
        .map((person) => namesOf(person).map(({ folded }) => comparable(folded)))
        .filter((names) => names.includes(wanted))
      return !others.flat().some((other) => text.includes(other))
    })
    .map((name): Found => ({ values: { name }, fix: null }))
}

/** Two-character names are padded with a blank in lists; it makes no other name, nor does a capital. */
function comparable(folded: string): string {
  return folded.replace(/\s/gu, '').toLowerCase()
}
