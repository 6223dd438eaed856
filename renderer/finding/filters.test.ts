import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noFilters, PhotoFilters } from '#contract'
import type { Lacking } from './filters.js'
import { activeFilters, atLeast, isNarrowed, lackingToggled, lacks, noNarrowing, toggled } from './filters.js'

describe('ticks', () => {
  it('come and go, several of a kind', () => {
    const one = toggled(noFilters, 'person', '柯陽')
    const two = toggled(one, 'person', '林曉汀')
    expect(two.person).toEqual(['柯陽', '林曉汀'])
    expect(toggled(two, 'person', '柯陽').person).toEqual(['林曉汀'])
    expect(noFilters.person).toEqual([])
  })

  it('refuse a value that the filter cannot have', () => {
    expect(() => toggled(noFilters, 'format', 'docx')).toThrow()
  })

  it.each<[Lacking, 'caption' | 'credit', Lacking]>([
    [null, 'caption', 'caption'],
    ['caption', 'credit', 'either'],
    ['either', 'credit', 'caption'],
    ['either', 'caption', 'credit'],
    ['credit', 'credit', null],
  ])('of what is lacking: %s and a tick at %s give %s', (before, which, after) => {
    expect(lackingToggled(before, which)).toBe(after)
    expect(lacks(after, which)).toBe(!lacks(before, which))
  })
})

describe('active filters', () => {
  const filters = PhotoFilters.parse({
    person: ['柯陽', ''],
    format: ['raw'],
    rating: 3,
    used: false,
    taken: { from: '2026-11-01', to: null },
  })

  it('are named one by one', () => {
    const active = activeFilters({ filters, lacking: 'either' })
    expect(active.map(({ kind }) => kind)).toEqual([
      'days',
      'value',
      'value',
      'value',
      'rating',
      'used',
      'lacking',
      'lacking',
    ])
    expect(isNarrowed(noNarrowing)).toBe(false)
  })

  it('are all gone when each has been taken away, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (order) => {
        let left = { filters, lacking: 'either' as Lacking }
        for (const [turn, pick] of order.entries()) {
          const active = activeFilters(left)
          expect(active).toHaveLength(8 - turn)
          left = { ...active[pick % active.length]!.rest }
        }
        expect(left).toEqual(noNarrowing)
      }),
    )
  })
})

it('stars add up from above', () => {
  const rating = [-1, 0, 3, 5].map((stars) => ({ value: String(stars), label: '', count: stars + 10 }))
  expect([1, 3, 4, 5].map((stars) => atLeast(rating, stars))).toEqual([28, 28, 15, 15])
})
