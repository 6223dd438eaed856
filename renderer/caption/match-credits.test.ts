import { expect, test } from 'vitest'
import type { KnownCredit } from '#contract'
import { matchCredits } from './match-credits.js'

const known: KnownCredit[] = [
  { line: '記者 田城 攝', photos: 3, keys: ['记者田城摄', '記者田城攝', 'jztcs'] },
  { line: '通訊員 供圖', photos: 9, keys: ['通讯员供图', '通訊員供圖', 'txygt'] },
  { line: '受訪者供圖', photos: 2, keys: ['受访者供图', '受訪者供圖', 'sfzgt'] },
]

test.each([
  ['', ['記者 田城 攝', '通訊員 供圖', '受訪者供圖']],
  ['txygt', ['通訊員 供圖']],
  ['TX', ['通訊員 供圖']],
  ['通讯', ['通訊員 供圖']],
  ['通訊員　供', ['通訊員 供圖']],
  ['供圖', ['通訊員 供圖', '受訪者供圖']],
  ['田城/', ['記者 田城 攝']],
  ['沒有', []],
])('%s', (typed, lines) => expect(matchCredits(known, typed).map(({ line }) => line)).toEqual(lines))

test('never more than there are digits', () => {
  const many = Array.from({ length: 30 }, (_, at) => ({ line: `記者 ${at} 攝`, photos: 1, keys: [`記者${at}攝`] }))
  expect(matchCredits(many, '記者')).toHaveLength(9)
})
