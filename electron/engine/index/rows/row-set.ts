import { TypedFastBitSet } from 'typedfastbitset'

/** Rows of the index's photos. */
export type RowSet = TypedFastBitSet

export function emptySet(): RowSet {
  return new TypedFastBitSet()
}

/** A set with room for rows below `size`, so that filling it never moves it. */
export function roomFor(size: number): RowSet {
  return TypedFastBitSet.fromWords(new Uint32Array(((size + 31) >>> 5) + 1))
}

/** All rows below `size` for which the test holds. */
export function rowsWhere(size: number, test: (row: number) => boolean): RowSet {
  const set = roomFor(size)
  const { words } = set
  for (let row = 0; row < size; row += 1) if (test(row)) words[row >>> 5] = (words[row >>> 5] ?? 0) | (1 << (row & 31))
  return set
}

/** Rows of a set in ascending order, without a callback for each word of the empty stretches. */
export function eachRow(set: RowSet, visit: (row: number) => void): void {
  const { words } = set
  for (let at = 0; at < words.length; at += 1) {
    let word = words[at] ?? 0
    while (word !== 0) {
      const lowest = word & -word
      visit(at * 32 + (31 - Math.clz32(lowest)))
      word ^= lowest
    }
  }
}
