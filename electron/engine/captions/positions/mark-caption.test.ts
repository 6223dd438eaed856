import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Person, Region } from '#contract'
import { positionDisagreements } from './disagreements.js'
import { findNames } from './find-names.js'
import { markCaption, type MarkerStyle, markersOf, textOf } from './mark-caption.js'
import { peopleOf, placeRegions } from './placed-regions.js'
import { readMarkers } from './read-positions.js'

const han: MarkerStyle = { numerals: 'han', script: 'zh-Hant' }
const arabic: MarkerStyle = { numerals: 'arabic', script: 'zh-Hant' }
/** People in one row, from the left. */
const row = (...names: string[]): Region[] =>
  names.map((name, at) => ({ name, x: (at + 0.2) / names.length, y: 0.4, width: 0.05, height: 0.08 }))
const person = (name: string, ...otherNames: string[]): Person => ({
  kind: 'person',
  id: name,
  name,
  otherNames,
  titles: [],
})
const marked = (caption: string, regions: Region[], style: MarkerStyle = han, roster: Person[] = []) =>
  textOf(markCaption(caption, regions, style, roster).pieces)

test.each<[string, string, Region[], string, MarkerStyle?]>([
  ['two', '吳坤與王來香巡查。', row('吳坤', '王來香'), '吳坤（左）與王來香（右）巡查。'],
  ['whatever the order of the text', '吳坤、王來香巡查。', row('王來香', '吳坤'), '吳坤（右）、王來香（左）巡查。'],
  ['three', '甲明、乙明、丙明合影。', row('甲明', '乙明', '丙明'), '甲明（左）、乙明（中）、丙明（右）合影。'],
  [
    'four',
    '甲明、乙明、丙明、丁明合影。',
    row('甲明', '乙明', '丙明', '丁明'),
    '甲明（左一）、乙明（左二）、丙明（左三）、丁明（右一）合影。',
  ],
  [
    'in the numerals of the house',
    '甲明、乙明、丙明、丁明合影。',
    row('甲明', '乙明', '丙明', '丁明'),
    '甲明（左1）、乙明（左2）、丙明（左3）、丁明（右1）合影。',
    arabic,
  ],
  ['behind a title that follows', '王明主任與李芳女士。', row('王明', '李芳'), '王明主任（左）與李芳女士（右）。'],
  [
    'at the first place of a name',
    '吳坤到場，吳坤與王來香。',
    row('吳坤', '王來香'),
    '吳坤（左）到場，吳坤與王來香（右）。',
  ],
  ['counting boxes without a name', '吳坤巡查。', row('', '', '吳坤', ''), '吳坤（左三）巡查。'],
  ['a wrong one is replaced', '吳坤（右）與王來香（左）。', row('吳坤', '王來香'), '吳坤（左）與王來香（右）。'],
  ['a wrong one behind a title', '王明主任(右)、李芳。', row('王明', '李芳'), '王明主任（左）、李芳（右）。'],
  [
    'a true one is written as the house does',
    '甲明(右4)、乙明、丙明。',
    row('甲明', '乙明', '丙明', '丁明'),
    '甲明（右四）、乙明（左二）、丙明（左三）。',
  ],
  [
    'one by elimination',
    '梁江兵（左）、高愚民（中）、關懿。',
    row('梁江兵', '高愚民', '關懿'),
    '梁江兵（左）、高愚民（中）、關懿。',
  ],
  ['a list that says it already', '左起：甲明、乙明、丙明。', row('甲明', '乙明', '丙明'), '左起：甲明、乙明、丙明。'],
  [
    'a list in another order',
    '左起：乙明、丙明、甲明在場。',
    row('甲明', '乙明', '丙明'),
    '左起：甲明、乙明、丙明在場。',
  ],
  [
    'a list with titles',
    '右起：市長甲明、議員乙明和居民丙明。',
    row('甲明', '乙明', '丙明'),
    '右起：居民丙明、議員乙明和市長甲明。',
  ],
  [
    'a list with one title for all',
    '左一至三依次為理事蔡明豐、賴弘典、陳春蘭。',
    row('賴弘典', '蔡明豐', '陳春蘭'),
    '左一至三依次為理事賴弘典、蔡明豐、陳春蘭。',
  ],
  ['nobody named', '居民在議事廳商量。', row('吳坤', '王來香'), '居民在議事廳商量。圖為吳坤（左）、王來香（右）。'],
  ['nobody named and no full stop', '居民議事', row('吳坤', '王來香'), '居民議事。圖為吳坤（左）、王來香（右）。'],
  ['an empty caption', '', row('吳坤'), '圖為吳坤。'],
  ['no names on the boxes', '居民議事。', row('', ''), '居民議事。'],
  ['no boxes', '吳坤（右）。', [], '吳坤（右）。'],
  ['simplified by the text', '吴坤与王来香巡查。', row('吴坤', '王来香'), '吴坤（左）与王来香（右）巡查。', null],
  ['in English', 'Jane Chan and Li Ming.', row('Li Ming', 'Jane Chan'), 'Jane Chan (right) and Li Ming (left).'],
  [
    'in English, replaced',
    'Jane Chan (left), Li Ming.',
    row('Li Ming', 'Jane Chan'),
    'Jane Chan (right), Li Ming (left).',
  ],
  [
    'in English, nobody named',
    'A meeting.',
    row('Li Ming', 'Jane Chan'),
    'A meeting. Li Ming (left), Jane Chan (right).',
  ],
])('%s', (_, caption, regions, expected, style = han) => expect(marked(caption, regions, style)).toBe(expected))

test('rows: the lower is in front, a fourth has a number', () => {
  const rows = ['甲', '乙', '丙', '丁'].flatMap((name, at) =>
    row(`${name}明`, `${name}芳`).map((region) => ({ ...region, y: 0.8 - at * 0.15 })),
  )
  expect(marked('丁芳、乙明、甲明在場。', rows)).toBe('丁芳（後排右）、乙明（第二排左）、甲明（前排左）在場。')
  expect(marked('丁芳、乙明。', rows.slice(0, 6))).toBe('丁芳、乙明（中排左）。')
  const [marker] = readMarkers('乙明（第3排左二）')
  expect(marker).toMatchObject({ row: 3, side: 'left', ordinal: 2, named: '乙明' })
})

test('small faces tell rows that stand close', () => {
  const close = [0.3, 0.37].flatMap((y) => row('', '', '').map((region) => ({ ...region, y, height: 0.05 })))
  expect(new Set(placeRegions(close).map((placed) => placed.row))).toEqual(new Set(['front', 'back']))
  const uneven = [0.3, 0.37].flatMap((y) => row('', '', '').map((region) => ({ ...region, y, height: 0.2 })))
  expect(new Set(placeRegions(uneven).map((placed) => placed.row))).toEqual(new Set([null]))
})

test('names are found in either script, by other names, padded, and whole', () => {
  const roster = [person('王來香', 'Wang Laixiang'), person('王明亮')]
  const found = (caption: string, ...names: string[]) =>
    findNames(caption, names, roster).map(({ name, at }) => [name, at])
  expect(found('王来香与Wang Laixiang', '王來香')).toEqual([
    ['王來香', 0],
    ['王來香', 4],
  ])
  expect(found('任　超與任超', '任超')).toEqual([
    ['任超', 0],
    ['任超', 4],
  ])
  // 王明亮 is on the roster, and 王明 no piece of him.
  expect(found('王明亮與王明', '王明')).toEqual([['王明', 4]])
  expect(found('Limes and Li', 'Li')).toEqual([['Li', 10]])
})

test('who is seen, in reading order; those without a box stay behind', () => {
  expect(peopleOf(row('甲明', '', '乙明'), ['丙明', '乙明'])).toEqual(['甲明', '乙明', '丙明'])
  expect(markersOf('', row('乙明', '甲明'), han).map(({ name, marker }) => name + marker)).toEqual([
    '乙明（左）',
    '甲明（右）',
  ])
})

test('whom the caption leaves out is told', () => {
  const { unmentioned } = markCaption('甲明巡查。', row('甲明', '乙明', ''), han, [])
  expect(unmentioned).toEqual(['乙明'])
})

describe('where caption and boxes disagree', () => {
  const wrong = (caption: string, regions: Region[]) => {
    const { found, fixed } = positionDisagreements(caption, regions, han, [])
    return [found.map(({ marker, name }) => name + marker), fixed]
  }
  it('is found and put right, and nothing else is touched', () => {
    expect(wrong('甲明（右）與乙明(左)、丙明。', row('甲明', '乙明', '丙明'))).toEqual([
      ['甲明（右）', '乙明(左)'],
      '甲明（左）與乙明（中）、丙明。',
    ])
    expect(wrong('左起：乙明、甲明。', row('甲明', '乙明'))).toEqual([['乙明左起：乙明、甲明'], '左起：甲明、乙明。'])
  })
  it('is not seen where they agree, in whatever words', () => {
    expect(wrong('甲明（左一）、乙明（右三）、丙明（左起第三）。', row('甲明', '乙明', '丙明', ''))).toEqual([[], null])
    expect(wrong('甲明（前排左）、乙明（後排右）。', row('甲明', '乙明'))).toEqual([[], null])
    expect(wrong('甲明（左三）。', row('甲明'))).toEqual([[], null])
  })
  it('is for somebody to decide where others than those boxed are counted', () => {
    // 左五 counts people who have no box; that 甲明 stands left of 乙明 remains true.
    expect(wrong('甲明（左三）與乙明（左五）。', row('甲明', '乙明'))).toEqual([[], null])
    expect(wrong('甲明（右一）與乙明（左五）。', row('甲明', '乙明'))).toEqual([['甲明（右一）'], null])
    expect(wrong('甲明（左二）、丁明（左一）、乙明。', row('甲明', '乙明'))).toEqual([[], null])
  })
})

describe('whoever stands wherever', () => {
  const names = ['甲明', '乙芳', '丙亮', '丁超', '戊坤', '己香', '庚輝']
  const scene = fc
    .record({
      boxes: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 })), {
        minLength: 2,
        maxLength: names.length,
        selector: ([x]) => x,
      }),
      order: fc.shuffledSubarray(names, { minLength: names.length }),
    })
    .map(({ boxes, order }) => ({
      regions: boxes.map(([x, y], at) => ({ name: names[at]!, x: x / 1000, y: y / 1000, width: 0.08, height: 0.1 })),
      caption: `${order.join('、')}在議事廳。`,
    }))
  const styles = fc.constantFrom<MarkerStyle>(han, arabic, { numerals: 'han', script: 'zh-Hans' }, null)

  it('a caption that was marked has nothing to mark and nothing wrong', () => {
    fc.assert(
      fc.property(scene, styles, ({ regions, caption }, style) => {
        const once = marked(caption, regions, style)
        expect(marked(once, regions, style)).toBe(once)
        expect(positionDisagreements(once, regions, style, []).found).toEqual([])
        expect(readMarkers(once)).toHaveLength(regions.length)
      }),
    )
  })

  it('markers of another picture are replaced, and the words stay', () => {
    fc.assert(
      fc.property(scene, scene, styles, ({ regions, caption }, other, style) => {
        const people = other.regions.length < regions.length ? other.regions : regions
        const elsewhere = people.map((region, at) => ({ ...other.regions[at]!, name: region.name }))
        const once = marked(caption, elsewhere, style)
        const again = marked(once, people, style)
        expect(positionDisagreements(again, people, style, []).found).toEqual([])
        expect(again.replace(/（[^）]*）/gu, '')).toBe(caption)
      }),
    )
  })

  it('a mirrored picture has left and right exchanged', () => {
    fc.assert(
      fc.property(scene, ({ regions }) => {
        const mirrored = regions.map((region) => ({ ...region, x: 1 - region.x - region.width }))
        const order = (of: Region[]) => placeRegions(of).map(({ name, row: at }) => `${String(at)} ${name}`)
        const before = order(regions)
        const rows = [...new Set(before.map((text) => text.split(' ')[0]))]
        const reversed = rows.flatMap((at) => before.filter((text) => text.split(' ')[0] === at).toReversed())
        expect(order(mirrored)).toEqual(reversed)
      }),
    )
  })
})
