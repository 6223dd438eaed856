import type { Rule } from './check-photo.js'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Longer than the desk prints, counted in what a reader sees as characters. */
export const tooLong: Rule = ({ caption }, { checks: { longest } }) => {
  // A character is at least one unit, so that short texts need no counting.
  if (caption.length <= longest) return []
  const length = Array.from(graphemes.segment(caption)).length
  return length > longest ? [{ values: { length, longest }, fix: null }] : []
}
