import { describe, expect, it } from 'vitest'
import { isCut, monthsAt, monthsWithin, timeGroups } from './day-groups.js'

const months = [
  { month: '2026-09', count: 5 },
  { month: '2026-10', count: 3 },
  { month: '2026-11', count: 4 },
]
const days = new Map([
  [
    '2026-10',
    [
      { key: '2026-10-30', count: 2 },
      { key: '2026-10-02', count: 1 },
    ],
  ],
])

describe('groups by day', () => {
  it('are days where they have been counted, months where not, and what has no date', () => {
    expect(timeGroups(monthsWithin(months, null), days, 14)).toEqual([
      { key: '2026-11', count: 4 },
      { key: '2026-10-30', count: 2 },
      { key: '2026-10-02', count: 1 },
      { key: '2026-09', count: 5 },
      { key: '', count: 2 },
    ])
  })

  it('hold no more than the listing, when it has shrunk since it was counted', () => {
    const groups = timeGroups(monthsWithin(months, null), days, 6)
    expect(groups.map(({ count }) => count)).toEqual([4, 2])
  })

  it('leave out months outside a range, and know those that it cuts', () => {
    const range = { from: '2026-10-10', to: null }
    expect(monthsWithin(months, range).map(({ month }) => month)).toEqual(['2026-11', '2026-10'])
    expect(isCut('2026-10', range)).toBe(true)
    expect(isCut('2026-11', range)).toBe(false)
    expect(isCut('2026-11', { from: null, to: '2026-11-29' })).toBe(true)
  })

  it('tell the months of places', () => {
    const groups = timeGroups(monthsWithin(months, null), days, 14)
    expect(monthsAt(groups, 0, 3)).toEqual(['2026-11'])
    expect(monthsAt(groups, 5, 7)).toEqual(['2026-10', '2026-09'])
    expect(monthsAt(groups, 13, 13)).toEqual([])
  })
})
