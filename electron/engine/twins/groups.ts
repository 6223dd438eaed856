import { distanceOf } from './near.js'
import type { NearPair } from './near-pairs.js'

/** More photos than a person compares side by side. */
export const largestGroup = 40

/** How much further apart than near two members of a group may be: a 5 % crop and a framed screenshot of one picture, say. */
const stretch = 1.5

export interface GroupRules {
  distance: number
  /** Whether two photos are known to be different pictures, however alike they look. */
  areApart: (one: number, other: number) => boolean
}

/**
 * Groups of near duplicates, by places: pairs are joined from the nearest on (union-find). Two groups become one only where every
 * member of one may stand beside every member of the other, so a chain of pictures, each a little different from the one before,
 * ends where its ends are no copies of each other.
 */
export function groupsOf(
  words: Uint32Array,
  pairs: readonly NearPair[],
  { distance, areApart }: GroupRules,
): number[][] {
  const groups = new Map<number, number[]>()
  const groupOf = (at: number) => groups.get(at) ?? [at]
  const widest = Math.floor(distance * stretch)
  const sorted = pairs.toSorted((a, b) => a.distance - b.distance || a.one - b.one || a.other - b.other)
  for (const { one, other } of sorted) {
    const [first, second] = [groupOf(one), groupOf(other)]
    if (first === second || first.length + second.length > largestGroup) continue
    const fit = first.every((a) => second.every((b) => !areApart(a, b) && distanceOf(words, a, b) <= widest))
    if (!fit) continue
    const joined = [...first, ...second]
    for (const at of joined) groups.set(at, joined)
  }
  return [...new Set(groups.values())]
}
