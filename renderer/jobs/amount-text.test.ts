import { expect, test } from 'vitest'
import { byteText, timeText } from './amount-text.js'

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [3_456_000, '3.5 MB'],
  [99_950_000, '100 MB'],
  [345_600_000, '346 MB'],
  [999_960_000, '1 GB'],
  [12_000_000_000_000_000, '12,000 TB'],
])('%i bytes read %j', (bytes, text) => {
  expect(byteText(bytes, 'en')).toBe(text)
})

test.each([
  [0.2, '1 second'],
  [42, '42 seconds'],
  [59.6, '1 minute'],
  [600, '10 minutes'],
  [3599, '1 hour'],
  [5400, '1.5 hours'],
])('%d seconds read %j', (seconds, text) => {
  expect(timeText(seconds, 'en')).toBe(text)
})

test('amounts are written as each language does', () => {
  expect(timeText(120, 'zh-Hant')).toContain('分鐘')
  expect(timeText(120, 'zh-Hans')).toContain('分钟')
})
