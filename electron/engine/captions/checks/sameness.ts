import type { Rule } from './check-photo.js'

/** Two photos that say the same; one of them was probably forgotten. */
export const sameCaption: Rule = ({ id, caption }, { others }) => {
  const wanted = caption.trim()
  if (wanted === '') return []
  const count = [...others].filter(([other, text]) => other !== id && text.trim() === wanted).length
  return count > 0 ? [{ values: { count }, fix: null }] : []
}
