import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitIn, gap, gridOf, margin } from './grid.js'

describe('the grid', () => {
  it.each([
    { width: 28 + 184 * 4 + 30, size: 184, columns: 4 },
    { width: 28 + 184 * 4 + 29, size: 184, columns: 3 },
    { width: 100, size: 400, columns: 1 },
    { width: 0, size: 96, columns: 1 },
  ])('has $columns columns of $size in $width pixels', ({ width, size, columns }) => {
    expect(gridOf(width, size).columns).toBe(columns)
  })

  it('fills the width, leaving less than a column’s pixels', () => {
    fc.assert(
      fc.property(fc.integer({ min: 500, max: 4_000 }), fc.integer({ min: 96, max: 400 }), (width, size) => {
        const { columns, tile } = gridOf(width, size)
        const used = columns * tile + (columns - 1) * gap + 2 * margin
        expect(tile).toBeGreaterThanOrEqual(size)
        expect(used).toBeLessThanOrEqual(width)
        expect(width - used).toBeLessThan(columns)
      }),
    )
  })
})

it('pictures keep their proportions in the box', () => {
  const side = fc.integer({ min: 1, max: 12_000 })
  fc.assert(
    fc.property(side, side, (width, height) => {
      const fitted = fitIn({ width: 200, height: 150 }, { width, height })
      expect(fitted.width).toBeLessThanOrEqual(200)
      expect(fitted.height).toBeLessThanOrEqual(150)
      expect(fitted.width === 200 || fitted.height === 150).toBe(true)
    }),
  )
})
