import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differingParts, type Part } from './differing-parts.js'

const marked = (parts: readonly Part[]) => parts.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')

test.each([
  ['市民觀看煙花', '市民觀看煙火', '市民觀看煙[花]', '市民觀看煙[火]'],
  ['龍舟賽', '端午龍舟賽', '龍舟賽', '[端午]龍舟賽'],
  ['柯陽、田城', '田城', '[柯陽、]田城', '田城'],
  ['', '新的圖說', '', '[新的圖說]'],
  ['同', '同', '同', '同'],
  ['👨‍👩‍👧到場', '👨‍👩‍👦到場', '[👨‍👩‍👧]到場', '[👨‍👩‍👦]到場'],
])('%j beside %j', (one, other, markedOne, markedOther) => {
  const parts = differingParts(one, other)
  expect([marked(parts.one), marked(parts.other)]).toEqual([markedOne, markedOther])
})

test('both texts stay whole, and what is common reads the same on both sides', () => {
  const text = fc
    .array(fc.constantFrom('甲', '乙', '丙', 'a', '\n', '𠮷'), { maxLength: 30 })
    .map((all) => all.join(''))
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
