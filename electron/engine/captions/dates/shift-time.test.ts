import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CameraTime } from '#contract'
import { shiftTime } from './shift-time.js'

test.each([
  ['2026-11-02T14:03:05+08:00', 60, '2026-11-02T15:03:05+08:00'],
  ['2026-11-02T23:30', 60, '2026-11-03T00:30'],
  ['2026-01-01T00:10:00.25Z', -20, '2025-12-31T23:50:00.25Z'],
  ['2024-02-28T12:00', 24 * 60, '2024-02-29T12:00'],
  ['2026-11-02', 24 * 60, '2026-11-03'],
  ['2026-11-02', -365 * 24 * 60, '2025-11-02'],
  ['2026-11-02', 60, null],
  ['9999-12-31T23:59', 1, null],
  ['昨天', 1, null],
])('%s by %i minutes is %s', (time, minutes, moved) => {
  expect(shiftTime(time, minutes)).toBe(moved)
})

test('any time goes there and back, and stays a time', () => {
  const time = fc
    .tuple(
      fc.date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
      fc.constantFrom('', '+08:00', 'Z', '-03:30'),
      fc.constantFrom(16, 19, 22),
    )
    .map(([date, offset, length]) => `${date.toISOString().slice(0, length)}${offset}`)
  fc.assert(
    fc.property(time, fc.integer({ min: -2_000_000, max: 2_000_000 }), (when, minutes) => {
      const moved = shiftTime(when, minutes)
      if (moved === null) throw new Error(`${when} was not moved`)
      expect(CameraTime.safeParse(moved).success).toBe(true)
      expect(shiftTime(moved, -minutes)).toBe(when)
    }),
  )
})
