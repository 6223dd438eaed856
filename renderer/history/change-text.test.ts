import { expect, test } from 'vitest'
import { changeText } from './change-text.js'

test.each([
  ['caption', '災後街道。', '災後街道。'],
  ['caption', null, ''],
  ['rating', 3, '3'],
  ['takenAt', '2026-11-02T14:03:05+08:00', '2026-11-02 14:03:05 +08:00'],
  ['trashedAt', '2026-11-02T14:03:05.000Z', '2026-11-02T14:03:05.000Z'],
  ['overrides', [{}, {}], '2'],
  ['rating', undefined, ''],
])('%s %o is shown as %s', (field, value, text) => expect(changeText(field, value)).toBe(text))
