import { expect, test } from 'vitest'
import { creditKeys } from './credit-keys.js'
import { rankCredits } from './rank-credits.js'

test.each([
  ['通訊員 供圖', ['通讯员供图', '通訊員供圖', 'txygt', 'tongxunyuangongtu']],
  ['记者 田城/摄', ['记者田城摄', '記者田城攝', 'jztcs', 'jizhetianchengshe']],
  ['Photo by John Smith', ['photobyjohnsmith']],
])('%s is found by', (line, keys) => expect(creditKeys(line)).toEqual(expect.arrayContaining(keys)))

test('the last used first, then the most used', () => {
  const credit = (line: string, photos: number, newest: string) => ({ line, photos, newest })
  const used = [
    credit('a', 90, '1'),
    credit('b', 50, '2'),
    credit('c', 2, '9'),
    credit('d', 7, '8'),
    credit('e', 8, '7'),
  ]
  expect(rankCredits(used).map(({ line }) => line)).toEqual(['c', 'd', 'e', 'a', 'b'])
})
