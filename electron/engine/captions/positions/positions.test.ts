import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { placePeople } from './place-people.js'
import { printMarker } from './print-marker.js'
import { numberOf, type Position, readMarkers, readRows } from './read-positions.js'

const short = ({ row, side, ordinal }: Position) => [row, side, ordinal].filter((part) => part !== null).join(' ')

test.each([
  ['张鹏（左二）、王绍兰（左一）为获奖者颁奖。', ['张鹏: left 2', '王绍兰: left 1']],
  ['陽新縣委書記萬鼎(右4)赴林峰社區調研。', ['陽新縣委書記萬鼎: right 4']],
  ['梁江兵（左）、高愚民（中）、关懿在现场。', ['梁江兵: left', '高愚民: centre']],
  ['李明（前排左三）與王芳(後排右5)', ['李明: front left 3', '與王芳: back right 5']],
  ['張三（左起第二）', ['張三: left 2']],
  ['吳坤（前）、王來香（后）', ['吳坤: front', '王來香: back']],
  ['（左）王來香', [': left']],
  ['集團（集團）今(1)日（下集）（圖）《左右大局》（發言者）', []],
])('markers of %s', (caption, found) =>
  expect(readMarkers(caption).map((marker) => `${marker.named}: ${short(marker)}`)).toEqual(found),
)

test.each([
  ['左一至三依次為理事蔡明豐、賴弘典、陳春蘭。', 3, 3],
  ['左起：張三、李四、王五、趙六', null, 4],
  ['前排左起依次为甲某、乙某', null, 2],
  ['右2-4為張三、李四', 3, 2],
])('people in a row: %s', (caption, announced, count) => {
  const [row] = readRows(caption)
  expect([row?.announced, row?.names.length]).toEqual([announced, count])
})

test('左右 as a word announces nobody', () => expect(readRows('市領導左右為難，記者在場')).toEqual([]))

test.each([
  ['一', 1],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['三十四', 34],
  ['7', 7],
])('%s is %i', (text, number) => expect(numberOf(text)).toBe(number))

test('a marker that is printed reads as what was meant, in both scripts and both kinds of numerals', () => {
  const sided = fc.record({
    row: fc.constantFrom('front' as const, 'middle' as const, 'back' as const, null),
    side: fc.constantFrom('left' as const, 'right' as const),
    ordinal: fc.option(fc.integer({ min: 1, max: 39 }), { nil: null }),
  })
  const centre = fc.record({ row: fc.constant(null), side: fc.constant('centre' as const), ordinal: fc.constant(null) })
  fc.assert(
    fc.property(
      fc.oneof(sided, centre),
      fc.constantFrom('han' as const, 'arabic' as const),
      fc.constantFrom('zh-Hans' as const, 'zh-Hant' as const),
      (position, numerals, script) => {
        const [marker] = readMarkers(`吳坤${printMarker(position, numerals, script)}`)
        expect(marker).toMatchObject({ ...position, named: '吳坤' })
      },
    ),
  )
})

test('in English', () => {
  expect(printMarker({ row: 'front', side: 'left', ordinal: 2 }, 'arabic', 'en')).toBe(' (second left, front row)')
  expect(printMarker({ row: null, side: 'right', ordinal: 1 }, 'arabic', 'en')).toBe(' (right)')
})

describe('people marked in a picture', () => {
  const at = (name: string, x: number, y = 0.5) => ({ name, x, y })
  const said = (people: Parameters<typeof placePeople>[0]) =>
    placePeople(people).map((person) => person.name + printMarker(person, 'han', 'zh-Hant'))
  it('alone needs no words', () => expect(said([at('甲', 0.3)])).toEqual(['甲']))
  it('two and three', () => {
    expect(said([at('乙', 0.7), at('甲', 0.3)])).toEqual(['甲（左）', '乙（右）'])
    expect(said([at('乙', 0.5), at('丙', 0.9), at('甲', 0.3)])).toEqual(['甲（左）', '乙（中）', '丙（右）'])
  })
  it('four', () =>
    expect(said([at('甲', 0.1), at('乙', 0.3), at('丙', 0.6), at('丁', 0.8)])).toEqual([
      '甲（左一）',
      '乙（左二）',
      '丙（左三）',
      '丁（右一）',
    ]))
  it('two rows, the lower in front', () => {
    const rows = [at('甲', 0.3, 0.8), at('乙', 0.6, 0.78), at('丙', 0.2, 0.3), at('丁', 0.5, 0.32), at('戊', 0.8, 0.31)]
    expect(said(rows)).toEqual(['甲（前排左）', '乙（前排右）', '丙（後排左）', '丁（後排中）', '戊（後排右）'])
  })
  it('says the same whatever the order of marking', () => {
    const person = fc.record({
      name: fc.string({ minLength: 1 }),
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      y: fc.constant(0.5),
    })
    fc.assert(
      fc.property(fc.uniqueArray(person, { selector: ({ x }) => x, maxLength: 8 }), (people) => {
        expect(placePeople(people.toReversed())).toEqual(placePeople(people))
      }),
    )
  })
})
