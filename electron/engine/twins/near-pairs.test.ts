import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceOf, nearDistance, nearTo, putLikeness, wordsEach } from './near.js'
import { indexedPairs, nearPairs } from './near-pairs.js'

/** Every pair, the plain way. */
function bruteForce(words: Uint32Array, distance: number): string[] {
  const pairs: string[] = []
  const count = words.length / wordsEach
  for (let one = 0; one < count; one += 1)
    for (let other = one + 1; other < count; other += 1) {
      const apart = nearDistance(words, one, other, distance)
      if (apart !== null) pairs.push(`${one} ${other} ${apart}`)
    }
  return pairs.sort()
}

function searched(words: Uint32Array, distance: number): string[] {
  return indexedPairs(words, distance)
    .map(({ one, other, distance: apart }) => `${one} ${other} ${apart}`)
    .sort()
}

/** Random likenesses, some of them copies of others with some bits turned. */
function likenesses(count: number, seed: number): Uint32Array {
  let state = seed
  const random = (below: number) => {
    // Numerical Recipes' generator: the same numbers each time.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const words = Uint32Array.from({ length: count * wordsEach }, () => random(2 ** 32))
  for (let at = 1; at < count; at += 3) {
    const from = random(at)
    for (let word = 0; word < wordsEach; word += 1) words[at * wordsEach + word] = words[from * wordsEach + word] ?? 0
    for (let turn = random(34); turn > 0; turn -= 1) {
      const word = at * wordsEach + random(wordsEach)
      words[word] = (words[word] ?? 0) ^ (1 << random(32))
    }
  }
  return words
}

test('finds among 5,000 exactly what comparing every pair finds', () => {
  const words = likenesses(5_000, 20261125)
  const pairs = bruteForce(words, 24)
  expect(pairs.length).toBeGreaterThan(500)
  expect(searched(words, 24)).toEqual(pairs)
})

test('finds every pair, whatever the likenesses and the distance', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 90 }),
      fc.integer(),
      fc.integer({ min: 0, max: 36 }),
      (count, seed, distance) => {
        const words = likenesses(count, seed >>> 0)
        expect(searched(words, distance)).toEqual(bruteForce(words, distance))
      },
    ),
    { numRuns: 12 },
  )
})

test('the near ones of one photo are those of its pairs, the nearest first', () => {
  const words = likenesses(1_000, 7)
  for (const one of [0, 1, 500, 998]) {
    const near = nearTo(words, one, 24)
    const pairs = nearPairs(words, 24).filter((pair) => pair.one === one || pair.other === one)
    expect(near.map(({ at }) => at).sort()).toEqual(pairs.map(({ one: a, other }) => (a === one ? other : a)).sort())
    expect(near.map(({ distance }) => distance)).toEqual(near.map(({ distance }) => distance).sort((a, b) => a - b))
  }
})

test('a likeness is read from its digits', () => {
  const words = new Uint32Array(2 * wordsEach)
  putLikeness(words, 0, 'ffffffff00000000ffffffff00000000')
  putLikeness(words, 1, 'fffffff000000001ffffffff80000000')
  expect(distanceOf(words, 0, 1)).toBe(6)
  expect([...words.slice(0, 4)]).toEqual([0xffffffff, 0, 0xffffffff, 0])
})

test('thousands of copies of one picture are still searched', () => {
  const words = new Uint32Array(20_000 * wordsEach)
  const pairs = nearPairs(words, 24)
  expect(pairs.length).toBeGreaterThan(20_000)
  expect(pairs.length).toBeLessThanOrEqual((20_000 * 64) / 2 + 20_000)
})
