import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeAfterKey } from './arrow-keys.js'

// Eleven photos in four columns, two rows in sight:
//   0 1 2 3
//   4 5 6 7
//   8 9 10
const shape = { total: 11, columns: 4, rows: 2 }

describe('keys on the sheet', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 10, 10],
    ['ArrowLeft', 4, 3],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 1, 5],
    ['ArrowDown', 7, 10],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 5, 1],
    ['ArrowUp', 2, 2],
    ['PageDown', 1, 9],
    ['PageDown', 3, 10],
    ['PageUp', 10, 2],
    ['PageUp', 6, 2],
    ['Home', 7, 0],
    ['End', 0, 10],
    ['ArrowDown', null, 0],
    ['End', null, 10],
    ['x', 3, null],
    ['toString', 3, null],
  ] as const)('%s from %s leads to %s', (key, at, expected) => {
    expect(placeAfterKey(key, at, shape)).toBe(expected)
  })

  it('lead nowhere in an empty listing', () => {
    expect(placeAfterKey('Home', null, { ...shape, total: 0 })).toBeNull()
  })

  it('never lead out of the listing, and up and down keep the column while they can', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 8 }),
        fc.nat(),
        fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'),
        (total, columns, rows, seed, key) => {
          const at = seed % total
          const next = placeAfterKey(key, at, { total, columns, rows })!
          expect(next).toBeGreaterThanOrEqual(0)
          expect(next).toBeLessThan(total)
          const vertical = key === 'ArrowUp' || key === 'PageUp'
          if (vertical) expect(next % columns).toBe(at % columns)
          if (key === 'ArrowDown' && next !== total - 1) expect(next % columns).toBe(at % columns)
        },
      ),
    )
  })
})
