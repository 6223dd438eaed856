import { describe, expect, test } from 'vitest'
import { apartRule, secondOfHour } from './apart.js'
import { groupsOf, largestGroup } from './groups.js'
import { endOfGroup } from './messages.js'
import { wordsEach } from './near.js'
import { nearPairs } from './near-pairs.js'

const distance = 24
const never = () => false

/** A chain: each differs from the one before in so many further bits, by halves in turn. */
function chain(count: number, step: number): Uint32Array {
  const words = new Uint32Array(count * wordsEach)
  for (let at = 1; at < count; at += 1) {
    for (let word = 0; word < wordsEach; word += 1)
      words[at * wordsEach + word] = words[(at - 1) * wordsEach + word] ?? 0
    for (let turn = 0; turn < step; turn += 1) {
      const bit = ((at - 1) * step + turn) % 128
      const word = at * wordsEach + (bit >> 5)
      words[word] = (words[word] ?? 0) ^ (1 << (bit & 31))
    }
  }
  return words
}

function grouped(words: Uint32Array, areApart: (one: number, other: number) => boolean = never): number[][] {
  return groupsOf(words, nearPairs(words, distance), { distance, areApart })
    .map((group) => group.toSorted((a, b) => a - b))
    .sort(([a = 0], [b = 0]) => a - b)
}

test('copies of one picture are one group', () => {
  expect(grouped(chain(5, 2))).toEqual([[0, 1, 2, 3, 4]])
})

test('a chain of pictures is no group: its ends are no copies of each other', () => {
  const groups = grouped(chain(16, 8))
  expect(groups.length).toBeGreaterThan(2)
  for (const group of groups) expect(group.at(-1)! - group[0]!).toBeLessThanOrEqual(4)
})

test('a group has no more photos than can be compared', () => {
  const groups = grouped(new Uint32Array(100 * wordsEach))
  expect(Math.max(...groups.map(({ length }) => length))).toBeLessThanOrEqual(largestGroup)
  expect(groups.flat()).toHaveLength(100)
})

describe('photos that are apart', () => {
  test('are in no group together, not even by way of a third', () => {
    const said = apartRule(Int16Array.of(-1, -1, -1), Uint32Array.of(0, 2, endOfGroup))
    for (const group of grouped(chain(3, 2), said)) expect(group).not.toEqual(expect.arrayContaining([0, 2]))
  })

  test('are frames of a burst; a copy that lost its time belongs to one of them', () => {
    const frames = apartRule(Int16Array.of(100, -1, 101, 100), new Uint32Array())
    const [first, ...others] = grouped(chain(4, 1), frames)
    expect([first, ...others].flat()).not.toContain(undefined)
    for (const group of [first!, ...others]) expect(group.includes(0) && group.includes(2)).toBe(false)
    expect(frames(0, 3)).toBe(false)
  })
})

test('only minutes and seconds tell frames apart: programs move whole hours', () => {
  expect(secondOfHour('2026-06-19T07:56:03+08:00')).toBe(3363)
  expect(secondOfHour('2026-06-18T23:56:03Z')).toBe(3363)
  expect(secondOfHour('2026-06-19')).toBe(-1)
  expect(secondOfHour(null)).toBe(-1)
})
