import type { Rule } from './check-photo.js'

/** How often each caption stands beside a photo; counted once for all the photos that are looked at together. */
const counted = new WeakMap<ReadonlyMap<string, string>, ReadonlyMap<string, number>>()

/** Two photos that say the same; one of them was probably forgotten. */
export const sameCaption: Rule = ({ id, caption }, { others }) => {
  const wanted = caption.trim()
  if (wanted === '') return []
  const own = others.get(id)?.trim() === wanted ? 1 : 0
  const count = (countsOf(others).get(wanted) ?? 0) - own
  return count > 0 ? [{ values: { count }, fix: null }] : []
}

function countsOf(captions: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const known = counted.get(captions)
  if (known !== undefined) return known
  const counts = new Map<string, number>()
  for (const text of captions.values()) counts.set(text.trim(), (counts.get(text.trim()) ?? 0) + 1)
  counted.set(captions, counts)
  return counts
}
