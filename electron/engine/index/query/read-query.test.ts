import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDays } from './read-days.js'
import { readQuery, type QueryNode } from './read-query.js'

const today = '2026-11-25'
const node = (text: string) => readQuery(text, today).node
const words = (text: string): QueryNode => ({ kind: 'words', text })

test.each<[string, QueryNode | null]>([
  ['', null],
  ['  \u3000', null],
  ['龍舟', words('龍舟')],
  ['龍舟 沙田', { kind: 'all', nodes: [words('龍舟'), words('沙田')] }],
  ['"通訊員 供圖"', words('通訊員 供圖')],
  ['「通訊員 供圖」', words('通訊員 供圖')],
  ['-籃球', { kind: 'not', node: words('籃球') }],
  ['－籃球', { kind: 'not', node: words('籃球') }],
  ['龍舟 OR 籃球', { kind: 'any', nodes: [words('龍舟'), words('籃球')] }],
  ['龍舟|籃球|足球', { kind: 'any', nodes: [words('龍舟'), words('籃球'), words('足球')] }],
  ['a b OR c', { kind: 'all', nodes: [words('a'), { kind: 'any', nodes: [words('b'), words('c')] }] }],
  ['(a b) OR c', { kind: 'any', nodes: [{ kind: 'all', nodes: [words('a'), words('b')] }, words('c')] }],
  ['-(a OR b)', { kind: 'not', node: { kind: 'any', nodes: [words('a'), words('b')] } }],
  ['ORANGE', words('ORANGE')],
  ['credit:通訊員', { kind: 'facet', facet: 'credit', text: '通訊員' }],
  ['署名：通訊員', { kind: 'facet', facet: 'credit', text: '通訊員' }],
  ['credit:"通訊員 供圖"', { kind: 'facet', facet: 'credit', text: '通訊員 供圖' }],
  [
    'person:萬鼎,柯陽',
    {
      kind: 'any',
      nodes: [
        { kind: 'facet', facet: 'person', text: '萬鼎' },
        { kind: 'facet', facet: 'person', text: '柯陽' },
      ],
    },
  ],
  ['-person:萬鼎', { kind: 'not', node: { kind: 'facet', facet: 'person', text: '萬鼎' } }],
  ['caption:衝線', { kind: 'in', part: 'caption', text: '衝線' }],
  ['-used', { kind: 'not', node: { kind: 'state', state: 'used' } }],
  ['is:unused', { kind: 'state', state: 'unused' }],
  ['used', words('used')],
  ['是:敏感', { kind: 'state', state: 'sensitive' }],
  ['after:2026-11-01', { kind: 'taken', range: { from: '2026-11-01', to: null } }],
  ['before:2026-11', { kind: 'taken', range: { from: null, to: '2026-10-31' } }],
  ['on:2026-11', { kind: 'taken', range: { from: '2026-11-01', to: '2026-11-30' } }],
  ['imported:7d', { kind: 'imported', range: { from: '2026-11-19', to: today } }],
  ['rating:>=3', { kind: 'rating', from: 3, to: 5 }],
  ['rating:4', { kind: 'rating', from: 4, to: 4 }],
  ['rating:<3', { kind: 'rating', from: 0, to: 2 }],
  ['rating:2..4', { kind: 'rating', from: 2, to: 4 }],
  ['format:JPG', { kind: 'format', format: 'jpeg' }],
  ['missing:caption', { kind: 'missing', field: 'caption' }],
  ['缺:署名', { kind: 'missing', field: 'credit' }],
  ['https://example.org/a', words('https://example.org/a')],
  ['記者會：開始', words('記者會：開始')],
])('reads %s', (text, expected) => {
  expect(readQuery(text, today)).toEqual({ node: expected, problems: [] })
})

test.each<[string, string, string, QueryNode | null]>([
  ['foo:bar 龍', 'unknown-field', 'foo', words('龍')],
  ['after:tomorrowish 龍', 'date-wrong', 'tomorrowish', words('龍')],
  ['on:2026-13', 'date-wrong', '2026-13', null],
  ['on:2026-02-30', 'date-wrong', '2026-02-30', null],
  ['rating:9', 'number-wrong', '9', null],
  ['is:wonderful', 'value-wrong', 'wonderful', null],
  ['missing:camera', 'value-wrong', 'camera', null],
  ['credit: 龍', 'value-missing', 'credit:', words('龍')],
  ['"龍舟', 'quote-open', '"龍舟', words('龍舟')],
  ['(龍 舟', 'bracket-open', '(', { kind: 'all', nodes: [words('龍'), words('舟')] }],
  ['龍) 舟', 'bracket-extra', ')', { kind: 'all', nodes: [words('龍'), words('舟')] }],
])('%s: %s at %s; the rest counts', (text, code, part, rest) => {
  const read = readQuery(text, today)
  expect(read.problems).toMatchObject([{ code, text: part, from: text.indexOf(part) }])
  expect(read.node).toEqual(rest)
})

test('any text is read to its end without an error, and problems lie within it', () => {
  const piece = fc.constantFrom(
    '(',
    ')',
    '"',
    '-',
    'OR',
    '|',
    'credit:',
    'after:',
    '2026',
    '龍',
    ' ',
    'rating:',
    ',',
    '「',
    'is:',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece).map((all) => all.join('')),
      ),
      (text) => {
        for (const { from, to, text: part } of readQuery(text, today).problems) {
          expect(text.slice(from, to)).toBe(part)
          expect(from).toBeLessThan(to)
        }
      },
    ),
    { numRuns: 500 },
  )
})

test.each([
  ['2026', { from: '2026-01-01', to: '2026-12-31' }],
  ['2024-2', { from: '2024-02-01', to: '2024-02-29' }],
  ['2026年11月2日', { from: '2026-11-02', to: '2026-11-02' }],
  ['2026/11/2', { from: '2026-11-02', to: '2026-11-02' }],
  ['２０２６', { from: '2026-01-01', to: '2026-12-31' }],
  ['2026-10..2026-11', { from: '2026-10-01', to: '2026-11-30' }],
  ['今天', { from: today, to: today }],
  ['yesterday', { from: '2026-11-24', to: '2026-11-24' }],
  ['1w', { from: '2026-11-19', to: today }],
  ['9m', { from: '2026-02-25', to: today }],
  ['1y', { from: '2025-11-25', to: today }],
  ['', null],
  ['soon', null],
  ['2026-0', null],
])('days of %s', (text, range) => {
  expect(readDays(text, today)).toEqual(range)
})

test('the words of a query do not depend on their being typed to the end', () => {
  for (const text of ['credit:', 'person:"', '-', 'after:20', '(', 'rating:']) expect(() => node(text)).not.toThrow()
})
