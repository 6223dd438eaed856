import fc from 'fast-check'
import { expect, test } from 'vitest'
import { counted, cut, indented, oneLine } from './text.js'

test('nothing that moves the cursor leaves as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(oneLine(text)).not.toMatch(/[\p{Cc}\u202a-\u202e]/u)
      expect(indented(text, '  ').split('\n').length).toBe(text.split('\n').length)
    }),
  )
  expect(oneLine('龍舟\r\n  賽\u001b]0;x\u0007')).toBe('龍舟 賽\ufffd]0;x\ufffd')
})

test.each([
  ['龍舟賽', 4, '龍舟'],
  ['龍舟賽', 5, '龍舟'],
  ['a龍舟', 4, 'a龍'],
  ['abc', 3, 'abc'],
  ['𠮷野', 2, '𠮷'],
  ['ＡＢ，', 4, 'ＡＢ'],
])('%s cut to %d columns is %s', (line, columns, expected) => {
  expect(cut(line, columns)).toBe(expected)
})

test('counts read as English', () => {
  expect([counted(0, 'photo'), counted(1, 'photo'), counted(2, 'story', 'stories')]).toEqual([
    '0 photos',
    '1 photo',
    '2 stories',
  ])
})
