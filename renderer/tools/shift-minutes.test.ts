import { expect, test } from 'vitest'
import { minutesBetween } from './shift-minutes.js'

test.each([
  ['2026-11-02T14:03:05+08:00', '2026-11-02 15:03', 60],
  ['2026-11-02T00:10:00', '2026/11/1 23:50', -20],
  ['2025-11-02T12:00', '2026年11月2日 12:00', 365 * 24 * 60],
  ['2026-11-02', '2026-11-02 15:03', null],
  ['2026-11-02T12:00', '2026-11-02', null],
  ['2026-11-02T12:00', '昨天', null],
  [null, '2026-11-02 15:03', null],
])('from %s to %s is %s minutes', (takenAt, typed, minutes) => expect(minutesBetween(takenAt, typed)).toBe(minutes))
