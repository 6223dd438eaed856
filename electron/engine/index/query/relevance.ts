import { type Part, parts } from '../text/searchable.js'

/** Where a word counts most: names and headlines before captions, captions before the rest. */
const weights: Readonly<Partial<Record<Part, number>>> = {
  people: 8,
  headline: 7,
  keywords: 6,
  credit: 5,
  creators: 5,
  place: 5,
  caption: 4,
  stories: 3,
  file: 2,
}
const partOf = new Map(Object.entries(parts).map(([part, letter]) => [letter as string, part as Part]))

/**
 * How well a searchable text answers patterns: for each the best part that holds it, more where the part is nothing else; 0 where
 * only pinyin brought it.
 */
export function relevanceOf(text: string, patterns: readonly string[]): number {
  const lines = text.split('\n')
  return patterns.reduce((sum, pattern) => {
    let best = 0
    for (const line of lines) {
      const weight = weights[partOf.get(line.charAt(0)) ?? 'pinyin'] ?? 0
      if (weight === 0 || !line.includes(pattern, 1)) continue
      const isAll = line.length - 1 <= pattern.length + 1
      best = Math.max(best, weight + (isAll ? 3 : 0))
    }
    return sum + best
  }, 0)
}
