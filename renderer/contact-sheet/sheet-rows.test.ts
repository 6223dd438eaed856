import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Group } from './sheet-rows.js'
import { SheetRows } from './sheet-rows.js'

const counts = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 12 })
const named = (all: readonly number[]): Group[] => all.map((count, n) => ({ key: String(n), label: '', count }))

describe('rows', () => {
  it('hold every photo once, in order, each group under its heading', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 7 }), fc.boolean(), (all, columns, grouped) => {
        const total = all.reduce((sum, count) => sum + count, 0)
        const rows = new SheetRows(grouped ? named(all) : null, total, columns)
        const places: number[] = []
        const headings: string[] = []
        for (let index = 0; index < rows.count; index++) {
          const row = rows.at(index)
          expect(rows.isHeading(index)).toBe(row.kind === 'heading')
          if (row.kind === 'heading') {
            headings.push(row.group.key)
          } else {
            expect(row.count).toBeGreaterThan(0)
            for (let n = 0; n < row.count; n++) {
              expect(rows.rowOf(row.at + n)).toBe(index)
              places.push(row.at + n)
            }
          }
          expect(rows.groupAt(index)?.key).toBe(headings.at(-1))
        }
        expect(places).toEqual(Array.from({ length: total }, (_, n) => n))
        expect(headings).toEqual(grouped ? all.flatMap((count, n) => (count > 0 ? [String(n)] : [])) : [])
      }),
    )
  })

  it.each([
    [1, 1, 4],
    [2, 1, 4],
    [3, 1, 5],
    [4, -1, 1],
    [8, -1, 5],
    [7, -2, 2],
    [0, -1, 0],
    [8, 1, 8],
    [1, 9, 8],
  ])('from %i, %i rows on stands %i', (at, by, expected) => {
    // Rows of three: 0 1 2, then 3 4, then 5 6 7 and 8.
    const rows = new SheetRows(named([3, 2, 4]), 9, 3)
    expect(rows.vertical(at, by)).toBe(expected)
  })
})
