import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxAt, boxBetween, drawnBox, grownBox, movedBox, nextPlace } from './box-geometry.js'

const share = fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000)
const step = fc.integer({ min: -1500, max: 1500 }).map((value) => value / 1000)
const point = fc.record({ x: step, y: step })
const box = fc.tuple(share, share, share, share).map(([a, b, c, d]) => boxBetween({ x: a, y: b }, { x: c, y: d }))
const corner = fc.constantFrom('nw' as const, 'ne' as const, 'sw' as const, 'se' as const)

describe('boxes', () => {
  it('stay in the picture and can be seen, whatever is done to them', () => {
    fc.assert(
      fc.property(box, step, step, point, corner, (before, across, down, to, at) => {
        const all = [
          before,
          movedBox(before, across, down),
          grownBox(before, across, down),
          drawnBox(before, at, to),
          boxBetween(to, { x: across, y: down }),
          boxAt(to, [before], 1.5),
          boxAt(to, [], 1.5),
        ]
        for (const { x, y, width, height } of all) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
          expect(Math.min(width, height)).toBeGreaterThan(0.0099)
          expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
    )
  })

  it('keep their size when they are moved', () => {
    fc.assert(
      fc.property(box, step, step, (before, across, down) => {
        const after = movedBox(before, across, down)
        expect([after.width, after.height]).toEqual([before.width, before.height])
      }),
    )
  })

  it('are as large as the last one, and the next stands right of it', () => {
    const first = { x: 0.1, y: 0.3, width: 0.1, height: 0.2 }
    const next = boxAt({ x: 0.6, y: 0.5 }, [first], 1.5)
    expect(next).toMatchObject({ width: 0.1, height: 0.2 })
    expect([next.x, next.y]).toEqual([expect.closeTo(0.55), expect.closeTo(0.4)])
    expect(nextPlace([first]).x).toBeCloseTo(0.3)
    expect(nextPlace([{ ...first, x: 0.9 }]).x).toBeLessThan(0.1)
  })

  it('have a corner drawn, and turn over', () => {
    const first = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 }
    expect(drawnBox(first, 'se', { x: 0.8, y: 0.9 })).toMatchObject({ x: 0.4, y: 0.4, width: 0.4, height: 0.5 })
    expect(drawnBox(first, 'nw', { x: 0.2, y: 0.5 }).x).toBeCloseTo(0.2)
    expect(drawnBox(first, 'ne', { x: 0.1, y: 0.1 }).width).toBeCloseTo(0.3)
  })
})
