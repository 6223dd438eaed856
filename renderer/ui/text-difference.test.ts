import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differingParts, type Part } from './text-difference.js'

const marked = (parts: readonly Part[]) => parts.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')

test.each([
  ['市民觀看煙花', '市民觀看煙火', '市民觀看煙[花]', '市民觀看煙[火]'],
  ['龍舟賽', '端午龍舟賽', '龍舟賽', '[端午]龍舟賽'],
  ['柯陽、田城', '田城', '[柯陽、]田城', '田城'],
  ['', '新的圖說', '', '[新的圖說]'],
  ['同', '同', '同', '同'],
  ['👨‍👩‍👧到場', '👨‍👩‍👦到場', '[👨‍👩‍👧]到場', '[👨‍👩‍👦]到場'],
  ['端午龍舟賽現場。', '端午龍舟競渡現場。', '端午龍舟[賽]現場。', '端午龍舟[競渡]現場。'],
  ['吳坤與吳坤明、吳坤。', '吳昆與吳坤明、吳昆。', '吳[坤]與吳坤明、吳[坤]。', '吳[昆]與吳坤明、吳[昆]。'],
  ['花市', '年宵花市', '花市', '[年宵]花市'],
  ['𠮷野', '吉野', '[𠮷]野', '[吉]野'],
  ['', '好', '', '[好]'],
])('%j beside %j', (one, other, markedOne, markedOther) => {
  const parts = differingParts(one, other)
  expect([marked(parts.one), marked(parts.other)]).toEqual([markedOne, markedOther])
})

const likeTexts = fc
  .array(fc.constantFrom('甲', '乙', '丙', 'a', '\n', '𠮷'), { maxLength: 30 })
  .map((all) => all.join(''))

test.each([
  ['alike', likeTexts],
  ['of any characters', fc.string({ unit: 'grapheme' })],
])('texts %s: both stay whole, and what is common reads the same on both sides', (_, text) => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const parts = differingParts(one, other)
      const whole = (side: readonly Part[]) => side.map((part) => part.text).join('')
      const common = (side: readonly Part[]) => whole(side.filter(({ differs }) => !differs))
      expect([whole(parts.one), whole(parts.other)]).toEqual([one, other])
      expect(common(parts.one)).toBe(common(parts.other))
    }),
  )
})

test('texts as long as articles are told apart without end', () => {
  const [one, other] = ['甲'.repeat(5_000), '乙'.repeat(5_000)]
  expect(differingParts(`同${one}尾`, `同${other}尾`).one.map(({ differs }) => differs)).toEqual([false, true, false])
})
