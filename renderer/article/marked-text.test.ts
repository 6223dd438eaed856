import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TextRepair } from '#contract'
import { markedText } from './marked-text.js'

test('repairs and suspects stand out, a repair before a suspect at the same place', () => {
  const repairs: TextRepair[] = [{ at: 2, before: '(shuō)', after: '', kind: 'gloss' }]
  const suspects = [
    { at: 2, text: '(shuō)' },
    { at: 9, text: '\ufffd' },
  ]
  expect(markedText('他說(shuō)。\ufffd了', repairs, suspects)).toEqual([
    { kind: 'text', at: 0, text: '他說' },
    { kind: 'repair', at: 2, repair: repairs[0] },
    { kind: 'text', at: 8, text: '。' },
    { kind: 'suspect', at: 9, text: '\ufffd' },
    { kind: 'text', at: 10, text: '了' },
  ])
})

test('a repair that was refused is shown though the place looks damaged again', () => {
  const repair: TextRepair = { at: 2, before: '(shuō)', after: '', kind: 'gloss' }
  const pieces = markedText('他說(shuō)。', [repair], [{ at: 1, text: '說(shuō)' }])
  expect(pieces.map(({ kind }) => kind)).toEqual(['text', 'repair', 'text'])
})

test('nothing of the text is lost, whatever is marked', () => {
  const marks = fc.array(fc.record({ at: fc.nat(30), length: fc.nat(6) }), { maxLength: 6 })
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), marks, marks, (text, first, second) => {
      const of = (at: number, length: number) => text.slice(at, at + length)
      const repairs = first.map(({ at, length }): TextRepair => ({
        at,
        before: of(at, length),
        after: '',
        kind: 'gloss',
      }))
      const suspects = second.map(({ at, length }) => ({ at, text: of(at, length) }))
      const whole = markedText(text, repairs, suspects)
        .map((piece) => (piece.kind === 'repair' ? piece.repair.before : piece.text))
        .join('')
      expect(whole).toBe(text)
    }),
  )
})
