import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TallScroll } from './tall-scroll.js'

const [most, seen] = [1_000_000, 100]

function scroller(height: number) {
  const element = { scrollTop: 0 }
  const tall = new TallScroll(most)
  tall.measure(height, seen, element)
  const room = tall.elementHeight(height) - seen
  /** As somebody scrolls: the element stays within its height. */
  const scroll = (top: number) => {
    element.scrollTop = Math.min(Math.max(0, top), room)
    return tall.moved(element.scrollTop)
  }
  return { element, tall, room, scroll }
}

describe('a listing higher than an element', () => {
  it('is left alone where it is not', () => {
    const { tall, scroll } = scroller(most)
    expect(scroll(777)).toBe(777)
    expect(tall.to(500_000)).toBe(500_000)
    expect([tall.current(), tall.tallHeight, tall.elementHeight(900)]).toEqual([0, null, 900])
  })

  it('shows its beginning and its end', () => {
    const { element, tall, room, scroll } = scroller(6_234_567)
    expect(scroll(room)).toBe(6_234_567 - seen)
    expect(scroll(0)).toBe(0)
    element.scrollTop = tall.to(6_234_567)
    expect(element.scrollTop).toBe(room)
    expect(tall.moved(element.scrollTop)).toBe(6_234_567 - seen)
  })

  it('moves as far as it is moved, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: most + 1, max: 5_000_000 }),
        fc.nat(5_000_000),
        fc.array(fc.integer({ min: -seen + 1, max: seen - 1 }), { maxLength: 400 }),
        (height, from, steps) => {
          const { element, tall, scroll } = scroller(height)
          element.scrollTop = tall.to(from)
          let place = tall.moved(element.scrollTop)
          expect(place).toBe(Math.min(from, height - seen))
          for (const step of steps) {
            const next = Math.min(Math.max(0, place + step), height - seen)
            const moved = scroll(element.scrollTop + step)
            expect(moved).toBe(next)
            // What is seen stands where the element is.
            expect(element.scrollTop).toBe(moved - tall.current())
            place = moved
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('goes to the same part when its bar is dragged', () => {
    const { tall, room, scroll } = scroller(2_000_000)
    for (const part of [0.1, 0.5, 0.9]) {
      const place = scroll(Math.round(room * part))
      expect(place / (2_000_000 - seen)).toBeCloseTo(part, 1)
      expect(tall.current()).toBeGreaterThan(0)
    }
  })

  it('becomes shorter', () => {
    const { element, tall, scroll } = scroller(2_000_000)
    element.scrollTop = tall.to(1_900_000)
    tall.measure(5_000, seen, element)
    expect(tall.current()).toBe(0)
    expect(scroll(300)).toBe(300)
  })
})
