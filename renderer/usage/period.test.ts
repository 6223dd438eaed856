import { expect, it } from 'vitest'
import { daysOf } from './period.js'

it.each([
  ['this-month', new Date(2026, 10, 25), '2026-11-01', '2026-11-30'],
  ['last-month', new Date(2026, 0, 31), '2025-12-01', '2025-12-31'],
  ['last-month', new Date(2028, 2, 31), '2028-02-01', '2028-02-29'],
  ['quarter', new Date(2026, 10, 25), '2026-10-01', '2026-12-31'],
  ['quarter', new Date(2026, 0, 1), '2026-01-01', '2026-03-31'],
] as const)('%s around %s', (period, now, from, to) => expect(daysOf(period, now)).toEqual({ from, to }))
