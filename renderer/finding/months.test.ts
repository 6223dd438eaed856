import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barsOf, barsWithin, daysOf, monthAfter, monthAt, yearMarks } from './months.js'

const months = [
  { month: '2025-11', count: 4 },
  { month: '2026-02', count: 6 },
]

describe('bars', () => {
  it('stand for every month between, with its days', () => {
    expect(barsOf(months).map(({ name, count }) => [name, count])).toEqual([
      ['2025-11', 4],
      ['2025-12', 0],
      ['2026-01', 0],
      ['2026-02', 6],
    ])
    expect(barsOf(months).at(-1)).toMatchObject({ from: '2026-02-01', to: '2026-02-28' })
    expect(daysOf('2024-02').to).toBe('2024-02-29')
    expect(barsOf([])).toEqual([])
  })

  it('lose no photo, in months or in years', () => {
    const month = fc.record({ month: fc.integer({ min: 0, max: 600 }), count: fc.integer({ min: 1, max: 99 }) })
    fc.assert(
      fc.property(fc.uniqueArray(month, { selector: (one) => one.month, minLength: 1, maxLength: 40 }), (picked) => {
        const counts = picked
          .map((one) => ({ month: monthAfter('1980-01', one.month), count: one.count }))
          .sort((a, b) => (a.month < b.month ? -1 : 1))
        const bars = barsOf(counts)
        const sum = (values: readonly { count: number }[]) => values.reduce((all, { count }) => all + count, 0)
        expect(sum(bars)).toBe(sum(counts))
        expect(bars.length).toBeLessThanOrEqual(61)
        for (const [at, bar] of bars.entries()) expect(bar.to > (bars[at - 1]?.to ?? '')).toBe(true)
      }),
    )
  })

  it('show a part of the time', () => {
    expect(barsOf(months, { from: '2025-12', to: '2026-02' }).map(({ name }) => name)).toEqual([
      '2025-12',
      '2026-01',
      '2026-02',
    ])
  })

  it.each([
    [
      { from: '2025-12-15', to: '2026-01-03' },
      { first: 1, last: 2 },
    ],
    [
      { from: null, to: '2025-11-30' },
      { first: 0, last: 0 },
    ],
    [
      { from: '2026-02-28', to: null },
      { first: 3, last: 3 },
    ],
    [{ from: '2027-01-01', to: null }, null],
    [null, null],
  ])('within %j are %j', (range, expected) => {
    expect(barsWithin(barsOf(months), range)).toEqual(expected)
  })
})

it('places lead to months, the newest first', () => {
  expect([0, 5, 6, 9, 10].map((at) => monthAt(months, at))).toEqual(['2026-02', '2026-02', '2025-11', '2025-11', null])
})

it('years are marked where they begin', () => {
  expect(yearMarks(months, 10)).toEqual([
    { year: '2026', part: 0 },
    { year: '2025', part: 0.6 },
  ])
})
