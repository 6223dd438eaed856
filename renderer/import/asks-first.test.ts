import { expect, test } from 'vitest'
import { asksFirst } from './asks-first.js'

const card = Array.from({ length: 25 }, (_, at) => `/卡/IMG_${at}.JPG`)

test.each([
  ['a handful of photos', card.slice(0, 24), false],
  ['many photos', card, true],
  ['a folder', ['/採訪/第一天'], true],
  ['a zip among photos', ['/1.jpg', '/2.ZIP'], true],
  ['a document', ['/龍舟賽.docx'], true],
  ['a folder named by its day', ['/採訪/2026.11'], true],
  ['raws', ['/1.CR3', '/1.NEF'], false],
])('%s', (_what, paths, asks) => {
  expect(asksFirst(paths, 'many')).toBe(asks)
  expect(asksFirst(paths, 'always')).toBe(true)
  expect(asksFirst(paths, 'never')).toBe(false)
})
