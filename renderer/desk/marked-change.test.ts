import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markChange } from './marked-change.js'

const shown = (before: string, after: string) => {
  const { before: old, after: now } = markChange(before, after)
  const text = (pieces: typeof old) => pieces.map((piece) => (piece.changed ? `[${piece.text}]` : piece.text)).join('')
  return [text(old), text(now)]
}

test.each([
  ['端午龍舟賽現場。', '端午龍舟競渡現場。', '端午龍舟[賽]現場。', '端午龍舟[競渡]現場。'],
  ['吳坤與吳坤明、吳坤。', '吳昆與吳坤明、吳昆。', '吳[坤]與吳坤明、吳[坤]。', '吳[昆]與吳坤明、吳[昆]。'],
  ['花市', '年宵花市', '花市', '[年宵]花市'],
  ['𠮷野', '吉野', '[𠮷]野', '[吉]野'],
  ['', '好', '', '[好]'],
])('%s becomes %s', (before, after, old, now) => expect(shown(before, after)).toEqual([old, now]))

test('both sides come out whole, and what is unmarked is the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const marked = markChange(before, after)
      const whole = (pieces: typeof marked.before) => pieces.map(({ text }) => text).join('')
      const kept = (pieces: typeof marked.before) => whole(pieces.filter(({ changed }) => !changed))
      expect([whole(marked.before), whole(marked.after)]).toEqual([before, after])
      expect(kept(marked.before)).toBe(kept(marked.after))
    }),
  )
})
