import { expect, test } from 'vitest'
import { changeKeywords, tidyKeyword } from './change-keywords.js'

test.each([
  ['體育|游泳', '體育|游泳'],
  [' 體育 ｜ 游泳 ', '體育|游泳'],
  ['||水災|', '水災'],
  ['flood, relief', 'flood, relief'],
  [' | ', ''],
])('%s is kept as %s', (typed, kept) => expect(tidyKeyword(typed)).toBe(kept))

test.each([
  [['水災'], { add: ['救援'], remove: [] }, ['水災', '救援']],
  [['水災'], { add: ['水災'], remove: [] }, ['水災']],
  [['水災', '救援'], { add: [], remove: ['水災'] }, ['救援']],
  [['體育|游泳', '體育|跑步', '體育館'], { add: [], remove: ['體育'] }, ['體育館']],
  [['體育|游泳', '體育'], { add: [], remove: ['體育|游泳'] }, ['體育']],
  [['甲'], { add: ['乙'], remove: ['甲', ' '] }, ['乙']],
] as const)('%o with %o is %o', (before, change, after) => expect(changeKeywords(before, change)).toEqual(after))
