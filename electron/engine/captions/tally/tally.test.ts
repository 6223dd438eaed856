import { expect, it, test } from 'vitest'
import type { DeskRecord, TallyBy } from '#contract'
import { readCredit } from '../credits/split-caption.js'
import { contributorsOf } from './contributors.js'
import { Tally } from './tally.js'
import { foldedName, UnifiedNames } from './unified-names.js'

const photo = (credit: string, creators: string[] = []) => ({
  credit,
  creditParts: readCredit(credit)?.parts ?? null,
  creators,
})
const none = new UnifiedNames([])

it.each([
  ['通訊員 柯陽 供圖', [], ['correspondent 柯陽']],
  ['通訊員 柯陽、何溪 攝', [], ['correspondent 柯陽', 'correspondent 何溪']],
  ['本報記者 余俊亮 攝', [], ['reporter 余俊亮']],
  ['記者 余俊亮 通訊員 柯陽 攝', [], ['reporter 余俊亮', 'correspondent 柯陽']],
  // The credit names nobody: its creator, under its role.
  ['通訊員 供圖', ['柯陽'], ['correspondent 柯陽']],
  ['通訊員 供圖', [], ['correspondent ']],
  ['余俊亮 攝', [], ['null 余俊亮']],
  // A creator beside a name is the same work, counted once.
  ['通訊員 柯陽 供圖', ['何溪'], ['correspondent 柯陽']],
  ['', ['何溪'], ['null 何溪']],
  ['受訪者 供圖', [], []],
  ['', [], []],
])('%s by %j is owed to %j', (credit, creators, expected) => {
  const people = contributorsOf(photo(credit, creators), none).filter(({ kind }) => kind === 'person')
  expect(people.map(({ group, name }) => `${group} ${name}`)).toEqual(expected)
})

test('organisations are counted beside people', () => {
  const found = contributorsOf(photo('新華社記者 陳穎 攝'), none)
  expect(found.map(({ kind, name }) => [kind, name])).toEqual(
    expect.arrayContaining([
      ['person', '陳穎'],
      ['organisation', '新華社'],
    ]),
  )
})

it.each([
  ['陈颖', '陳穎'],
  ['陳 穎', '陳穎'],
  ['ＡＰ', 'ap'],
  ['Thomas  Peter', 'thomas peter'],
])('%s is %s', (one, other) => expect(foldedName(one)).toBe(foldedName(other)))

const desk: DeskRecord[] = [
  { kind: 'person', id: 'k', name: '柯陽', otherNames: ['Ke Yang', '老柯'], titles: [] },
  {
    kind: 'person',
    id: 'y',
    name: '余俊亮',
    otherNames: [],
    titles: [{ title: '攝影記者', organisation: '本報', from: null, to: null }],
  },
  { kind: 'fact', id: 'o', factKind: 'organisation', name: '新華社', otherNames: ['Xinhua'] },
]
const rowsOf = (tally: Tally, by: TallyBy) =>
  tally.rows(by).map(({ name, supplied, used, uses }) => [name, supplied, used, uses])

test('one photo used twice, two names in a credit, names brought together', () => {
  const tally = new Tally(desk)
  tally.supply('1', photo('通訊員 柯陽 供圖'))
  tally.supply('2', photo('通讯员 柯阳 供图'))
  tally.supply('3', photo('通訊員 老柯、何溪 供圖'))
  tally.use('1', 'a', photo('通訊員 柯陽 供圖'))
  tally.use('1', 'b', photo('通訊員 柯陽 供圖'))
  tally.use('1', 'b', photo('通訊員 柯陽 供圖'))
  tally.use('3', 'a', photo('通訊員 老柯、何溪 供圖'))
  expect(rowsOf(tally, 'correspondent')).toEqual([
    ['柯陽', 3, 2, 3],
    ['何溪', 1, 1, 1],
  ])
  // A photo of two is one photo.
  expect(tally.totals('correspondent')).toEqual({ supplied: 3, used: 2, uses: 3 })
  const [ke] = tally.rows('correspondent')
  expect(tally.photosOf('correspondent', ke?.key ?? '')).toEqual({ supplied: ['1', '2', '3'], used: ['1', '3'] })
})

test('who has no role in a credit is what other credits or the desk say', () => {
  const tally = new Tally(desk)
  tally.use('1', 'a', photo('何溪 攝'))
  tally.use('2', 'a', photo('通訊員 何溪 攝'))
  tally.use('3', 'a', photo('余俊亮 攝'))
  tally.use('4', 'a', photo('劉 陽 攝'))
  expect(rowsOf(tally, 'correspondent')).toEqual([['何溪', 0, 2, 2]])
  expect(rowsOf(tally, 'reporter')).toEqual([['余俊亮', 0, 1, 1]])
  expect(tally.rows('person')).toHaveLength(3)
})

test('organisations by the names that the desk knows them by', () => {
  const tally = new Tally(desk)
  tally.use('1', 'a', photo('新華社發'))
  tally.use('2', 'a', photo('Xinhua'))
  tally.use('3', 'a', photo('新华社记者 陈颖 摄'))
  expect(rowsOf(tally, 'organisation')).toEqual([['新華社', 0, 3, 3]])
})

test('correspondents whom nobody named stand in a row of their own', () => {
  const tally = new Tally([])
  tally.supply('1', photo('通訊員 供圖'))
  expect(tally.rows('correspondent')).toMatchObject([{ name: '', role: '通訊員', supplied: 1 }])
})
