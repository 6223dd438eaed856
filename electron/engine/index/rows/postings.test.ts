import fc from 'fast-check'
import Database from 'libsql'
import { expect, test } from 'vitest'
import { Connection } from '../connection.js'
import { tables } from '../schema.js'
import { blockSize, noteTerm, Postings, type TermChanges } from './postings.js'
import { eachRow } from './row-set.js'

/** Rows close together and at the borders of blocks; runs of thousands, in which a list becomes bits. */
const run = fc.record({
  from: fc.oneof(fc.nat(50), fc.integer({ min: blockSize - 30, max: blockSize + 30 }), fc.nat(3 * blockSize)),
  count: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6_000 })),
  step: fc.integer({ min: 1, max: 9 }),
  has: fc.boolean(),
})

test('holds the same rows as a plain set, in whatever order they come and go', () => {
  fc.assert(
    fc.property(fc.array(fc.array(run, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }), (updates) => {
      const database = new Database(':memory:')
      database.exec(tables)
      const postings = new Postings(new Connection(database, () => new Database(':memory:')))
      const plain = new Set<number>()
      for (const update of updates) {
        const changes: TermChanges = new Map()
        for (const { from, count, step, has } of update)
          for (let row = from; row < from + count * step; row += step) {
            noteTerm(changes, 'w', row, has)
            if (has) plain.add(row)
            else plain.delete(row)
          }
        postings.apply(changes)
        const rows: number[] = []
        eachRow(postings.rows('w'), (row) => rows.push(row))
        expect(rows).toEqual([...plain].sort((one, other) => one - other))
      }
      database.close()
    }),
    { numRuns: 60 },
  )
})
