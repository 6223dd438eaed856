import { expect, it } from 'vitest'
import { ScrollPace } from './scroll-pace.js'

/** A pace whose frames pass when the test says so. */
function paced() {
  let next: (() => void) | null = null
  const pace = new ScrollPace((act) => (next = act))
  const frame = () => {
    const act = next
    next = null
    act?.()
  }
  return { pace, frame, isCounting: () => next !== null }
}

it('is fast while screens fly past, and not when it slows down', () => {
  const { pace } = paced()
  let told = 0
  pace.subscribe(() => told++)
  pace.moved(0, 800, 0)
  pace.moved(20, 800, 16)
  expect(pace.isFast).toBe(false)
  pace.moved(400, 800, 32)
  expect(pace.isFast).toBe(true)
  pace.moved(440, 800, 48)
  expect(pace.isFast).toBe(true)
  pace.moved(450, 800, 64)
  expect(pace.isFast).toBe(false)
  expect(told).toBe(2)
})

it('has stopped after frames without a movement, however long they take', () => {
  const { pace, frame, isCounting } = paced()
  pace.moved(0, 800, 0)
  pace.moved(800, 800, 16)
  frame()
  pace.moved(8_000, 800, 400)
  frame()
  expect(pace.isFast).toBe(true)
  frame()
  expect(pace.isFast).toBe(false)
  expect(isCounting()).toBe(false)
})

it('takes a jump from rest for slow: somebody went there to look', () => {
  const { pace, frame } = paced()
  pace.moved(0, 800, 0)
  for (let n = 0; n < 4; n++) frame()
  pace.moved(50_000, 800, 5_000)
  expect(pace.isFast).toBe(false)
})
