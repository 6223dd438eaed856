import { CameraTime } from '#contract'
import { describe, expect, it } from 'vitest'
import { timeTags, toCameraTime } from './camera-time.js'

describe('toCameraTime', () => {
  it.each([
    ['2026:11:02 14:03:05', undefined, '2026-11-02T14:03:05'],
    ['2026:11:02 14:03:05', '+08:00', '2026-11-02T14:03:05+08:00'],
    ['2026:11:02 14:03:05.12345678', undefined, '2026-11-02T14:03:05.123456'],
    ['2026-11-02T14:03:05Z', undefined, '2026-11-02T14:03:05Z'],
    ['2026:11:02 14:03:05+0800', undefined, '2026-11-02T14:03:05+08:00'],
    ['2026:11:02 14:03', undefined, '2026-11-02T14:03'],
    ['2026:11:02', undefined, '2026-11-02'],
    ['  2026:11:02 14:03:05 ', ' ', '2026-11-02T14:03:05'],
    ['2024:02:29 00:00:00', undefined, '2024-02-29T00:00:00'],
    ['2026:11:02 25:03:05', undefined, '2026-11-02'],
    ['0000:00:00 00:00:00', undefined, null],
    ['    :  :     :  :  ', undefined, null],
    ['2026:13:01 00:00:00', undefined, null],
    ['2026:04:31 10:00:00', undefined, null],
    ['2023:02:29 00:00:00', undefined, null],
    ['2026', undefined, null],
    ['', undefined, null],
    [undefined, '+08:00', null],
  ])('reads %j with offset %j as %j', (value, offset, expected) => {
    expect(toCameraTime(value, offset)).toBe(expected)
    if (expected !== null) expect(CameraTime.safeParse(expected).success).toBe(true)
  })
})

describe('timeTags', () => {
  it.each([
    ['2026-11-02', { xmp: '2026-11-02', iimDate: '2026:11:02' }],
    ['2026-11-02T14:03', { exif: '2026:11:02 14:03:00', xmp: '2026-11-02T14:03:00', iimDate: '2026:11:02' }],
    [
      '2026-11-02T14:03:05.25+08:00',
      {
        exif: '2026:11:02 14:03:05',
        subSeconds: '25',
        offset: '+08:00',
        xmp: '2026-11-02T14:03:05.25+08:00',
        iimDate: '2026:11:02',
        iimTime: '14:03:05+08:00',
      },
    ],
    [
      '2026-11-02T14:03:05Z',
      {
        exif: '2026:11:02 14:03:05',
        offset: '+00:00',
        xmp: '2026-11-02T14:03:05+00:00',
        iimDate: '2026:11:02',
        iimTime: '14:03:05+00:00',
      },
    ],
  ])('states %s without inventing anything', (cameraTime, expected) => {
    expect(timeTags(cameraTime)).toEqual(expected)
  })
})
