import { expect, test } from 'vitest'
import { fold, naturalKey, words } from './fold.js'

test.each([
  ['ＡＢＣ１２３', 'abc123'],
  ['Café ÉCOLE', 'cafe ecole'],
  ['Müller, ŁÓDŹ', 'muller, łodz'],
  ['Ёлка', 'елка'],
  ['ｶﾞｷﾞｸﾞ', 'ガギグ'],
  ['龍\u{fe00}舟', '龍舟'],
  ['①㈱㎏', '1(株)kg'],
])('folds %s to %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test.each([
  ['端午Dragon Boat賽2026', ['端', '午', 'dragon', 'boat', '赛', '2026']],
  ['IMG_0042.JPG', ['img', '0042', 'jpg']],
  ['𠮷野家・ポン', ['𠮷', '野', '家', 'ポ', 'ン']],
  ['，。！ *"', []],
  ['\ud842 龍 \udfb7', ['龙']],
])('the words of %j', (text, expected) => {
  expect(words(text)).toEqual(expected)
})

test('file names sort as people sort them', () => {
  const names = ['IMG_10.jpg', 'img_9.jpg', 'IMG_010b.jpg', 'a.jpg', '２.jpg', '10.jpg']
  const key = (name: string) => naturalKey(name)
  expect(names.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual([
    '２.jpg',
    '10.jpg',
    'a.jpg',
    'img_9.jpg',
    'IMG_10.jpg',
    'IMG_010b.jpg',
  ])
})
