import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CreditPart } from '#contract'
import { noCredits, printedLines } from './printed-lines-for-tests.js'
import { readCredit, splitCaption } from './split-caption.js'

const parts = (written: readonly string[]) => written.map(readPart)

function readPart(written: string): CreditPart {
  const [kind, ...values] = written.split('|')
  const value = (key: string) => values.find((each) => each.startsWith(`${key} `))?.slice(key.length + 1) ?? null
  return {
    kind: kind as CreditPart['kind'],
    label: value('label'),
    role: value('role'),
    names: value('by')?.split('、') ?? [],
    organisation: value('of'),
  }
}

test('the collection is of the size that was asked for', () => {
  expect(printedLines.length).toBeGreaterThanOrEqual(150)
  expect(new Set(printedLines.map(([line]) => line)).size).toBe(printedLines.length)
  expect(noCredits.length).toBeGreaterThanOrEqual(40)
})

test.each(printedLines)('%s', (line, ...written) => {
  expect(readCredit(line)?.parts).toEqual(parts(written))
})

describe('behind a caption, in every place', () => {
  const caption = '陽新縣委書記萬鼎(右4)赴林峰社區調研。'
  test.each(printedLines)('%s', (line, ...written) => {
    const bare = /^[(（[].*[)）\]]$/u.test(line)
    for (const text of bare
      ? [`${caption}${line}`, `${caption}\n${line}`]
      : [`${caption}${line}`, `${caption} ${line}`, `${caption}\n${line}`, `${caption}（${line}）`]) {
      const { caption: rest, credit } = splitCaption(text)
      expect({ text, rest, parts: credit?.parts }).toEqual({ text, rest: caption, parts: parts(written) })
    }
  })
})

test.each(noCredits)('no credit: %s', (text) => {
  expect(splitCaption(text)).toEqual({ caption: text, credit: null })
})

test('whatever stands in a text, it is read without fail, and nothing of the credit is invented', () => {
  const word = fc.constantFrom(
    ...'資料圖片 新華社 發 記者 通訊員 本報 陳穎 攝 供圖 提供 圖 來源 自 翻攝 截圖 2025年 AP'.split(' '),
    ...Array.from('（）()／/：:；，。 \u3000\n、'),
    'Photo by',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 14 }), (words) => {
      const text = words.join('')
      const { credit } = splitCaption(text)
      for (const { organisation, role } of credit?.parts ?? []) {
        for (const said of [organisation, role]) expect(said === null || text.includes(said)).toBe(true)
      }
    }),
    { numRuns: 3000, examples: [[['圖', '自', '／']]] },
  )
})
