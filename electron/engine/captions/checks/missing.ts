import { readCredit } from '../credits/split-caption.js'
import type { Rule } from './check-photo.js'

export const noCaption: Rule = ({ caption }) => (caption.trim() === '' ? [{ values: {}, fix: null }] : [])

export const noCredit: Rule = ({ credit }) => (credit.trim() === '' ? [{ values: {}, fix: null }] : [])

/** A line that says nothing to the grammar is printed as it is; somebody should know. */
export const unreadCredit: Rule = ({ credit, creditParts }) =>
  credit.trim() !== '' && creditParts === null && readCredit(credit) === null
    ? [{ values: { line: credit }, fix: null }]
    : []

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

export const tooLong: Rule = ({ caption }, { checks: { longest } }) => {
  // A character is at least one unit, so that short texts need no counting.
  if (caption.length <= longest) return []
  const length = Array.from(graphemes.segment(caption)).length
  return length > longest ? [{ values: { length, longest }, fix: null }] : []
}

export const sameCaption: Rule = ({ id, caption }, { others }) => {
  const wanted = caption.trim()
  if (wanted === '') return []
  const count = [...others].filter(([other, text]) => other !== id && text.trim() === wanted).length
  return count > 0 ? [{ values: { count }, fix: null }] : []
}
