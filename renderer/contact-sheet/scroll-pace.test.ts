import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ScrollPace } from './scroll-pace.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('is fast while screens fly past, and not when it slows down or stops', () => {
  const pace = new ScrollPace()
  let told = 0
  pace.subscribe(() => told++)
  pace.moved(0, 800, 0)
  pace.moved(20, 800, 16)
  expect(pace.isFast).toBe(false)
  pace.moved(400, 800, 32)
  expect(pace.isFast).toBe(true)
  pace.moved(800, 800, 48)
  expect(told).toBe(1)
  pace.moved(810, 800, 64)
  expect(pace.isFast).toBe(false)
  pace.moved(1_600, 800, 80)
  expect(pace.isFast).toBe(true)
  vi.advanceTimersByTime(100)
  expect(pace.isFast).toBe(false)
  expect(told).toBe(4)
})

it('takes a jump from rest for slow: somebody went there to look', () => {
  const pace = new ScrollPace()
  pace.moved(0, 800, 0)
  vi.advanceTimersByTime(100)
  pace.moved(50_000, 800, 5_000)
  expect(pace.isFast).toBe(false)
})
