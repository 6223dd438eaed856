import fc from 'fast-check'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { Connection } from '../connection.js'
import { tables } from '../schema.js'
import { blockSize, mostListed, noteTerm, Postings, type TermChanges } from './postings.js'
import { eachRow } from './row-set.js'

/** Rows close together and at the borders of blocks; runs of thousands, in which a list becomes bits. */
const run = fc.record({
  from: fc.oneof(fc.nat(50), fc.integer({ min: blockSize - 30, max: blockSize + 30 }), fc.nat(3 * blockSize)),
  count: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6_000 })),
  step: fc.integer({ min: 1, max: 9 }),
  has: fc.boolean(),
})

function emptyPostings() {
  const database = new Database(':memory:')
  database.exec(tables)
  const postings = new Postings(new Connection(database, () => new Database(':memory:')))
  const put = (noted: Iterable<readonly [row: number, has: boolean]>) => {
    const changes: TermChanges = new Map()
    for (const [row, has] of noted) noteTerm(changes, 'w', row, has)
    postings.apply(changes)
  }
  const rows = () => {
    const found: number[] = []
    eachRow(postings.rows('w'), (row) => found.push(row))
    return found
  }
  return { put, rows, close: () => database.close() }
}

const upTo = (count: number) => Array.from({ length: count }, (_, row): [number, boolean] => [row, true])

// Where a list becomes bits, its length must tell which of the two it is.
test.each([-1, 0, 1, 2])('holds %i rows more than a list takes, however they came', (more) => {
  const count = mostListed + more
  const all = upTo(count)
  const expected = all.map(([row]) => row)
  const ways = [
    [all],
    [all.slice(0, -1), all.slice(-1)],
    [all.slice(0, -2), all.slice(-2)],
    [all.slice(1), all.slice(0, 1)],
    [[...all].reverse()],
    [upTo(count + 3), upTo(count + 3).flatMap(([row]) => (row < count ? [] : [[row, false] as const]))],
  ]
  for (const way of ways) {
    const { put, rows, close } = emptyPostings()
    for (const update of way) put(update)
    expect(rows()).toEqual(expected)
    put([[70_000, true]])
    expect(rows()).toEqual([...expected, 70_000])
    close()
  }
})

test('holds the same rows as a plain set, in whatever order they come and go', () => {
  fc.assert(
    fc.property(fc.array(fc.array(run, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }), (updates) => {
      const { put, rows, close } = emptyPostings()
      const plain = new Set<number>()
      for (const update of updates) {
        const noted: [number, boolean][] = []
        for (const { from, count, step, has } of update)
          for (let row = from; row < from + count * step; row += step) {
            noted.push([row, has])
            if (has) plain.add(row)
            else plain.delete(row)
          }
        put(noted)
        expect(rows()).toEqual([...plain].sort((one, other) => one - other))
      }
      close()
    }),
    { numRuns: 60 },
  )
})
