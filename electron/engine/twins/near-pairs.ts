import { bitsIn, nearDistance, nearestHalf, wordsEach } from './near.js'

/** Two near duplicates by their places, the lower first. */
export interface NearPair {
  one: number
  other: number
  distance: number
}

const quarterValues = 1 << 16

/**
 * In how many bits the quarters of a half may differ: when a half differs in at most `nearestHalf` bits, one of its four quarters
 * differs in no more than is given for it here, because 3 + 3 + 2 + 2 bits would be ten.
 */
const allowances = [2, 2, 1, 1] as const
if (allowances.reduce((sum, allowed) => sum + allowed + 1, 0) !== nearestHalf + 1)
  throw new Error('allowances miss pairs')

/** Beyond so many a photo's further pairs are left out, so that a thousand copies of one picture stay quick to group. */
const mostEach = 64

/** So many photos are compared each with each sooner than they are sorted. */
const few = 2_000

/**
 * All pairs of near duplicates (`nearDistance`), found by multi-index hashing (Norouzi, Punjani, Fleet, "Fast Search in Hamming
 * Space with Multi-Index Hashing", 2012): photos are sorted by each quarter of each half, and only those are compared whose
 * quarters are nearly equal.
 */
export function nearPairs(words: Uint32Array, distance: number): NearPair[] {
  const count = words.length / wordsEach
  return count <= few ? everyPair(words, distance) : indexedPairs(words, distance)
}

/** The same without an index. */
function everyPair(words: Uint32Array, distance: number): NearPair[] {
  const count = words.length / wordsEach
  const pairs = new Pairs(count)
  for (let one = 0; one < count; one += 1) {
    for (let other = one + 1; other < count && !pairs.isFull(one); other += 1) {
      const apart = nearDistance(words, one, other, distance)
      if (apart !== null && !pairs.isFull(other)) pairs.add(one, other, apart)
    }
  }
  return pairs.all()
}

/** The same with an index, whatever the number of photos. */
export function indexedPairs(words: Uint32Array, distance: number): NearPair[] {
  const count = words.length / wordsEach
  const pairs = new Pairs(count)
  for (const half of [0, 1] as const)
    for (const [quarter, allowed] of allowances.entries()) {
      const byQuarter = new Buckets(words, half, quarter)
      byQuarter.eachNear(allowed, nearestHalf, (one, other) => {
        const apart = pairs.isFull(one) || pairs.isFull(other) ? null : nearDistance(words, one, other, distance)
        if (apart !== null) pairs.add(one, other, apart)
        return !pairs.isFull(one)
      })
    }
  return pairs.all()
}

/** Collects pairs once each. */
class Pairs {
  private readonly found = new Map<number, NearPair>()
  private readonly each: Uint8Array

  constructor(private readonly count: number) {
    this.each = new Uint8Array(count)
  }

  isFull(at: number): boolean {
    return (this.each[at] ?? 0) >= mostEach
  }

  add(a: number, b: number, distance: number): void {
    const [one, other] = a < b ? [a, b] : [b, a]
    const key = one * this.count + other
    if (this.found.has(key)) return
    this.found.set(key, { one, other, distance })
    this.each[one] = (this.each[one] ?? 0) + 1
    this.each[other] = (this.each[other] ?? 0) + 1
  }

  all(): NearPair[] {
    return [...this.found.values()]
  }
}

/** Photos sorted by one quarter (16 bits) of one half of their likeness. */
class Buckets {
  /** Where each value of the quarter begins among the sorted photos. */
  private readonly starts = new Uint32Array(quarterValues + 1)
  private readonly places: Uint32Array
  /** The whole half of each photo, in the same order: read one after the other, not from all over the memory. */
  private readonly first: Uint32Array
  private readonly second: Uint32Array

  constructor(words: Uint32Array, half: 0 | 1, quarter: number) {
    const count = words.length / wordsEach
    this.places = new Uint32Array(count)
    this.first = new Uint32Array(count)
    this.second = new Uint32Array(count)
    const word = half * 2 + (quarter >> 1)
    const shift = quarter % 2 === 0 ? 16 : 0
    const valueOf = (at: number) => ((words[at * wordsEach + word] ?? 0) >>> shift) & 0xffff
    const { starts } = this
    for (let at = 0; at < count; at += 1) starts[valueOf(at) + 1] = (starts[valueOf(at) + 1] ?? 0) + 1
    for (let value = 0; value < quarterValues; value += 1) {
      starts[value + 1] = (starts[value + 1] ?? 0) + (starts[value] ?? 0)
    }
    const next = starts.slice()
    for (let at = 0; at < count; at += 1) {
      const value = valueOf(at)
      const to = next[value] ?? 0
      next[value] = to + 1
      this.places[to] = at
      this.first[to] = words[at * wordsEach + half * 2] ?? 0
      this.second[to] = words[at * wordsEach + half * 2 + 1] ?? 0
    }
  }

  /** Calls back for pairs whose quarters differ in at most `allowed` bits and whose halves differ in at most `most`; false: enough of `one`. */
  eachNear(allowed: number, most: number, found: (one: number, other: number) => boolean): void {
    const { starts, first, second, places } = this
    // One mask after the other: the buckets that it brings together then lie side by side in memory, twice.
    for (const mask of masksOf(allowed)) {
      for (let value = 0; value < quarterValues; value += 1) {
        const other = value ^ mask
        if (other < value) continue
        const end = starts[value + 1] ?? 0
        const until = starts[other + 1] ?? 0
        const begin = starts[other] ?? 0
        if (begin === until) continue
        for (let a = starts[value] ?? 0; a < end; a += 1) {
          const one = first[a] ?? 0
          const two = second[a] ?? 0
          for (let b = mask === 0 ? a + 1 : begin; b < until; b += 1) {
            const apart = bitsIn(one ^ (first[b] ?? 0)) + bitsIn(two ^ (second[b] ?? 0))
            if (apart <= most && !found(places[a] ?? 0, places[b] ?? 0)) break
          }
        }
      }
    }
  }
}

/** Every value of 16 bits with at most so many bits set. */
function masksOf(most: number): number[] {
  const masks: number[] = []
  for (let mask = 0; mask < quarterValues; mask += 1) if (bitsIn(mask) <= most) masks.push(mask)
  return masks
}
