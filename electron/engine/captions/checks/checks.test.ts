import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { CheckRule, Person } from '#contract'
import { readCredit } from '../credits/split-caption.js'
import { type CheckContext, type CheckedPhoto, checkPhoto } from './check-photo.js'
import { datesIn } from './dates.js'

const roster: Person[] = [
  {
    kind: 'person',
    id: 'a',
    name: '萬鼎',
    otherNames: [],
    titles: [
      { title: '縣長', organisation: '陽新縣', from: null, to: '2025-06' },
      { title: '縣委書記', organisation: '陽新縣', from: '2025-07', to: null },
    ],
  },
  { kind: 'person', id: 'b', name: '歐陽震華', otherNames: ['Bobby'], titles: [] },
  { kind: 'person', id: 'c', name: '王來香', otherNames: [], titles: [] },
]
const context: CheckContext = {
  checks: { levels: {}, longest: 60 },
  people: roster,
  bylines: { reporters: ['田城'], correspondents: ['柯陽'] },
  others: new Map([['b', '居民在廣場合影。']]),
}

interface Fields {
  caption?: string
  credit?: string
  takenAt?: string | null
  people?: string[]
}

const photo = ({
  caption = '居民在議事廳商量。',
  credit = '通訊員 柯陽 供圖',
  takenAt = null,
  people = [],
}: Fields): CheckedPhoto => ({
  id: 'a',
  caption,
  credit,
  creditParts: readCredit(credit)?.parts ?? null,
  takenAt,
  people,
})
const found = (fields: Fields, of = context) => checkPhoto(photo(fields), of)

test('a sound caption has no findings', () => expect(found({})).toEqual([]))

const findings: [CheckRule, Fields, unknown][] = [
  ['no-caption', { caption: ' \n' }, {}],
  ['no-credit', { credit: '' }, {}],
  ['unread-credit', { credit: '圖文無關' }, { line: '圖文無關' }],
  ['no-full-stop', { caption: '居民合影' }, {}],
  ['no-full-stop', { caption: '“夜訪”，成了“課外作業”' }, {}],
  ['no-full-stop', { caption: 'Residents cheer' }, {}],
  ['half-width', { caption: '居民合影,氣氛熱烈。' }, { sign: ',' }],
  ['half-width', { caption: '王來香(右)合影。' }, { sign: '(' }],
  ['damage', { caption: '吳坤說(shuō)。' }, { text: '(shuō)' }],
  ['damage', { caption: '居民\ufffd合影。' }, { text: '\ufffd' }],
  ['placeholder', { caption: 'XXX在講話。' }, { text: 'XXX' }],
  ['placeholder', { caption: '居民待補合影。' }, { text: '待補' }],
  ['placeholder', { caption: '{place}居民合影。' }, { text: '{place}' }],
  ['placeholder', { credit: '記者 ×× 攝' }, { text: '××' }],
  ['person-missing', { people: ['李明'] }, { name: '李明' }],
  ['positions', { caption: '甲明（左一）、乙明（左一）合影。' }, { marker: '（左一）', problem: 'twice' }],
  ['positions', { caption: '（左二）合影。' }, { marker: '（左二）', problem: 'nobody' }],
  ['positions', { caption: '左一至三依次為蔡明豐、賴弘典。' }, { problem: 'count', announced: 3, named: 2 }],
  ['credit-byline', { credit: '通訊員 陳玉珍 供圖' }, { name: '陳玉珍', role: '通訊員' }],
  ['credit-byline', { credit: '本報記者 李明 攝' }, { name: '李明' }],
  ['too-long', { caption: `${'居民合影'.repeat(20)}。` }, { length: 81, longest: 60 }],
  ['same-caption', { caption: '居民在廣場合影。' }, { count: 1 }],
  [
    'date-differs',
    { caption: '11月3日，居民合影。', takenAt: '2026-11-02T09:00' },
    { written: '11月3日', taken: '2026-11-02' },
  ],
  ['date-differs', { caption: '2025年11月2日，居民合影。', takenAt: '2026-11-02' }, { written: '2025年11月2日' }],
  ['date-differs', { caption: '今(3)日，居民合影。', takenAt: '2026-11-02' }, { written: '今(3)日' }],
  ['name-near', { caption: '居民王來鄉、李明合影。' }, { written: '王來鄉', known: '王來香' }],
  ['name-near', { caption: '歐陽鎮華（右）講話。' }, { written: '歐陽鎮華', known: '歐陽震華' }],
  ['title-differs', { caption: '陽新縣縣長萬鼎調研。', takenAt: '2026-11-02' }, { written: '縣長', valid: '縣委書記' }],
]
test.each(findings)('%s: %o', (rule, fields, values) => {
  expect(found(fields)).toContainEqual(
    expect.objectContaining({ rule, values: expect.objectContaining(values) as unknown }),
  )
})

const sound: [CheckRule, Fields][] = [
  ['unread-credit', { credit: '新華社發（陳穎 攝）' }],
  ['no-full-stop', { caption: '“好！”' }],
  ['no-full-stop', { caption: 'Residents cheer.' }],
  ['no-full-stop', { caption: '居民說：「好。」' }],
  ['half-width', { caption: '共1,000人於14:03到場，Thomas Peter/Reuters在場。' }],
  ['damage', { caption: '居民（左）合影？是的。' }],
  ['placeholder', { caption: '尺碼XXL的外套。' }],
  ['person-missing', { caption: '吳坤（左）合影。', people: ['吴坤'] }],
  ['positions', { caption: '张鹏（左二）、王绍兰（左一）、关懿合影。' }],
  ['positions', { caption: '甲明（前）、乙明（前）合影。' }],
  ['positions', { caption: '左起：甲明、乙明、丙明。' }],
  ['credit-byline', { credit: '新華社記者 李明 攝' }],
  ['credit-byline', { credit: '通訊員 供圖' }],
  ['date-differs', { caption: '11月2日，居民合影，11月5日結束。', takenAt: '2026-11-02' }],
  ['date-differs', { caption: '民國115年11月2日，居民合影。', takenAt: '2026-11-02' }],
  ['date-differs', { caption: '十一月二日，居民合影。', takenAt: '2026-11-02' }],
  ['date-differs', { caption: '2015年1月2日，居民合影。', takenAt: '2026-11-02', credit: '資料圖片' }],
  ['date-differs', { caption: '1月2日，居民合影。' }],
  ['name-near', { caption: '王來香與李明合影。' }],
  ['name-near', { caption: '萬里（左）講話。' }],
  ['title-differs', { caption: '陽新縣縣長萬鼎調研。', takenAt: '2025-03-02' }],
  ['title-differs', { caption: '縣委書記萬鼎調研。', takenAt: '2026-11-02' }],
]
test.each(sound)('no %s: %o', (rule, fields) => {
  expect(found(fields).filter((finding) => finding.rule === rule)).toEqual([])
})

describe('fixes', () => {
  it.each(findings)('%s: %o is put right by its fix, where there is one', (rule, fields) => {
    const [finding] = found(fields).filter((each) => each.rule === rule)
    if (!finding?.fix) return
    const caption = finding.fix.caption ?? ''
    expect(found({ ...fields, caption }).filter((each) => each.rule === rule)).toEqual([])
  })
  it('say what they would write', () => {
    const fixOf = (fields: Fields) => found(fields)[0]?.fix
    expect(fixOf({ caption: '居民合影，' })).toEqual({ caption: '居民合影。' })
    expect(fixOf({ caption: '陽新縣縣長萬鼎調研。', takenAt: '2026-11-02' })).toEqual({
      caption: '陽新縣縣委書記萬鼎調研。',
    })
  })
})

test('the desk switches rules off and lets them block', () => {
  const checks = { levels: { 'no-credit': 'off', 'no-caption': 'block' } as const, longest: 200 }
  expect(found({ caption: '', credit: '' }, { ...context, checks })).toMatchObject([
    { rule: 'no-caption', level: 'block' },
  ])
})

test('dates as they are written', () => {
  expect(
    datesIn('二〇二六年十一月二日與115年1月3日、2026/1/4').map(({ year, month, day }) => [year, month, day]),
  ).toEqual([
    [2026, 11, 2],
    [2026, 1, 3],
    [2026, 1, 4],
  ])
})

test('whatever stands in a caption, it is checked without fail', () => {
  const word = fc.constantFrom(
    '居民',
    '左一',
    '（',
    '）',
    '(',
    ')',
    '11月',
    '2日',
    '王來鄉',
    '?',
    'shuō',
    'XXX',
    '。',
    ',',
    '至三',
    '依次為',
    '、',
    '\ufffd',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 12 }), (words) => {
      const caption = words.join('')
      for (const { rule, fix } of found({ caption, takenAt: '2026-11-02' })) {
        if (fix?.caption === undefined) continue
        expect(fix.caption, rule).not.toBe(caption)
      }
    }),
    { numRuns: 1000 },
  )
})
