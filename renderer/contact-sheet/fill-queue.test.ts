import { expect, it } from 'vitest'
import { FillQueue } from './fill-queue.js'
import { ScrollPace } from './scroll-pace.js'

/** A sheet whose frames pass when the test says so. */
function sheet() {
  const next: (() => void)[] = []
  const nextFrame = (act: () => void) => next.push(act)
  const pace = new ScrollPace(nextFrame)
  let time = 0
  const queue = new FillQueue(pace, nextFrame, () => time)
  const filled: number[] = []
  const ask = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, n) => queue.ask(from + n, () => filled.push(from + n)))
  /** A frame, so many milliseconds after the last. */
  const frame = (after = 16) => {
    time += after
    for (const act of next.splice(0)) act()
  }
  return { pace, queue, filled, ask, frame, isCounting: () => next.length > 0 }
}

it('fills a few in each frame while the sheet moves, in the order they came', () => {
  const { pace, queue, filled, ask, frame } = sheet()
  expect(queue.isWaiting).toBe(false)
  pace.moved(0, 800, 0)
  pace.moved(10, 800, 16)
  expect(queue.isWaiting).toBe(true)
  ask(1, 8)
  frame()
  expect(filled).toEqual([1, 2, 3])
  pace.moved(20, 800, 32)
  frame()
  expect(filled).toEqual([1, 2, 3, 4, 5, 6])
})

it('fills those that are seen first, whatever came first', () => {
  const { pace, queue, filled, ask, frame } = sheet()
  pace.moved(0, 800, 0)
  pace.moved(10, 800, 16)
  ask(1, 8)
  queue.see(5, 6)
  frame()
  expect(filled).toEqual([5, 6, 1])
})

it('fills none while everything flies past; when it stops, all that are seen at once and the others after them', () => {
  const { pace, queue, filled, ask, frame, isCounting } = sheet()
  pace.moved(0, 800, 0)
  pace.moved(800, 800, 16)
  ask(1, 40)
  queue.see(11, 30)
  frame()
  expect(filled).toEqual([])
  while (filled.length === 0) frame()
  expect(filled).toEqual(Array.from({ length: 20 }, (_, n) => 11 + n))
  frame()
  expect(filled.slice(20)).toEqual([1, 2, 3])
  while (isCounting()) frame()
  expect(filled).toHaveLength(40)
})

it('fills one where frames are late', () => {
  const { pace, filled, ask, frame } = sheet()
  pace.moved(0, 800, 0)
  pace.moved(10, 800, 16)
  ask(1, 9)
  frame()
  pace.moved(20, 800, 60)
  frame(44)
  expect(filled).toEqual([1, 2, 3, 4])
  pace.moved(30, 800, 76)
  frame()
  expect(filled).toHaveLength(7)
})

it('forgets what has scrolled away', () => {
  const { pace, filled, ask, frame, isCounting } = sheet()
  pace.moved(0, 800, 0)
  const leave = ask(1, 3)
  leave[1]?.()
  while (isCounting()) frame()
  expect(filled).toEqual([1, 3])
})
