import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Person } from '#contract'
import { completeNames } from './complete-names.js'
import { titlesAt } from './dated-titles.js'
import { readGuestList } from './read-guest-list.js'

const short = (list: ReturnType<typeof readGuestList>) =>
  list.map(({ name, otherNames, titles: [title] }) =>
    [name, title?.organisation, title?.title, ...otherNames].join('|'),
  )

test.each([
  ['張大山\u3000市長', ['張大山||市長']],
  ['市政府秘書長 李四海', ['李四海|市政府|秘書長']],
  ['王五常（教育局局長）', ['王五常|教育局|局長']],
  ['李思遠，香港大學校長', ['李思遠|香港大學|校長']],
  ['陈大文\t局长\t市文化局\tChan Tai Man', ['陈大文|市文化局|局长|Chan Tai Man']],
  ['1. 張\u3000三\u3000主任', ['張三||主任']],
  ['• 歐陽震華 主席', ['歐陽震華||主席']],
  ['Jane Chan, Director, Hong Kong Museum of Art', ['Jane Chan|Hong Kong Museum of Art|Director']],
  ['埃德·赛克斯', ['埃德·赛克斯||']],
  ['出席嘉賓：', []],
  ['主席', []],
  ['張大山 市長；李四海 秘書長\n\n王來香', ['張大山||市長', '李四海||秘書長', '王來香||']],
])('%s', (text, guests) => expect(short(readGuestList(text))).toEqual(guests))

test('whatever is pasted, somebody has a name', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const { name } of readGuestList(text)) expect(name).not.toBe('')
    }),
  )
})

const wan: Person = {
  kind: 'person',
  id: 'a',
  name: '萬鼎',
  otherNames: ['Wan Ding'],
  titles: [
    { title: '縣長', organisation: '陽新縣', from: '2020', to: '2025-06' },
    { title: '縣委書記', organisation: '陽新', from: '2025-07-01', to: null },
  ],
}

test.each([
  ['2025-06-30T10:00', '縣長'],
  ['2020-01-01', '縣長'],
  ['2019-12-31', undefined],
  ['2025-07-01', '縣委書記'],
  [null, '縣委書記'],
])('on %s', (day, title) => expect(titlesAt(wan, day)[0]?.title).toBe(title))

describe('completing a name', () => {
  const jane: Person = {
    kind: 'person',
    id: 'b',
    name: 'Jane Chan',
    otherNames: ['陳靜'],
    titles: [{ title: 'Director', organisation: 'Museum of Art', from: null, to: null }],
  }
  const texts = (typed: string, day: string | null = '2026-11-02') =>
    completeNames(typed, [wan, jane], day).map(({ text }) => text)
  it.each([
    ['萬', '陽新縣委書記萬鼎'],
    ['万鼎', '陽新縣委書記萬鼎'],
    ['wd', '陽新縣委書記萬鼎'],
    ['wanding', '陽新縣委書記萬鼎'],
    ['cj', 'Jane Chan, Director, Museum of Art'],
    ['jane', 'Jane Chan, Director, Museum of Art'],
  ])('%s', (typed, text) => expect(texts(typed)).toEqual([text]))
  it('gives the title of the day', () => expect(texts('wd', '2024-01-01')).toEqual(['陽新縣縣長萬鼎']))
  it('finds nobody', () => {
    expect(texts('李')).toEqual([])
    expect(texts('')).toEqual([])
  })
})
