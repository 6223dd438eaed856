import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CameraTime } from '#contract'
import { cameraTimeText, readCameraTime } from './camera-time-text.js'

test.each([
  ['2026-11-02', '2026-11-02'],
  ['2026/11/2', '2026-11-02'],
  ['2026.1.2', '2026-01-02'],
  ['2026年11月2日', '2026-11-02'],
  ['2026年11月2日 14:03', '2026-11-02T14:03'],
  ['２０２６－１１－０２　１４：０３', '2026-11-02T14:03'],
  [' 2026-11-02 14:03:05 ', '2026-11-02T14:03:05'],
  ['2026-11-02T14:03:05.25+08:00', '2026-11-02T14:03:05.25+08:00'],
  ['2026-11-02 14:03 +8', '2026-11-02T14:03+08:00'],
  ['2026-11-02 14:03 -0330', '2026-11-02T14:03-03:30'],
  ['2026-11-02 14:03z', '2026-11-02T14:03Z'],
  ['2024-02-29', '2024-02-29'],
  ['', null],
  ['  ', null],
])('reads %j', (text, value) => {
  expect(readCameraTime(text)).toEqual({ ok: true, value })
})

test.each([
  ['昨天', 'form'],
  ['2026-11', 'form'],
  ['26-11-02', 'form'],
  ['2026-11-02 afternoon', 'form'],
  ['2026-11-02 +08:00', 'form'],
  ['2026-02-29', 'day'],
  ['2026-04-31', 'day'],
  ['2026-13-01', 'day'],
  ['2026-11-00', 'day'],
  ['2026-11-02 24:00', 'time'],
  ['2026-11-02 12:60', 'time'],
  ['2026-11-02 12:00:60', 'time'],
  ['2026-11-02 12:00 +15:00', 'offset'],
  ['2026-11-02 12:00 +08:75', 'offset'],
])('refuses %j for its %s', (text, problem) => {
  expect(readCameraTime(text)).toEqual({ ok: false, problem })
})

test('whatever a camera states survives being shown and read', () => {
  const two = (most: number, least = 0) => fc.integer({ min: least, max: most }).map((n) => String(n).padStart(2, '0'))
  const date = fc.tuple(fc.integer({ min: 1, max: 9999 }), two(12, 1), two(28, 1))
  const time = fc.tuple(two(23), two(59), fc.option(two(59)), fc.constantFrom('', 'Z', '+08:00', '-03:30', '+14:00'))
  fc.assert(
    fc.property(date, fc.option(time), ([year, month, day], clock) => {
      const [hour, minute, second, offset] = clock ?? []
      const tail = clock === null ? '' : `T${hour}:${minute}${second == null ? '' : `:${second}`}${offset}`
      const moment = CameraTime.parse(`${String(year).padStart(4, '0')}-${month}-${day}${tail}`)
      expect(readCameraTime(cameraTimeText(moment))).toEqual({ ok: true, value: moment })
    }),
  )
})
