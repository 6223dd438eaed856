import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type CheckRule, checkRules, type Person, type Region } from '#contract'
import { readCredit } from '../credits/split-caption.js'
import { toFullWidth } from '../rewriting/full-width.js'
import { type CheckContext, type CheckedPhoto, checkPhoto } from './check-photo.js'
import { datesIn } from './dates.js'

const titles = (...held: [title: string, organisation: string, from: string | null, to: string | null][]) =>
  held.map(([title, organisation, from, to]) => ({ title, organisation, from, to }))
const person = (id: string, name: string, rest: Partial<Person> = {}): Person => ({
  kind: 'person',
  id,
  name,
  otherNames: [],
  titles: [],
  ...rest,
})

const roster: Person[] = [
  person('a', '萬鼎', {
    titles: titles(['縣長', '陽新縣', null, '2025-06'], ['縣委書記', '陽新縣', '2025-07', null]),
  }),
  person('b', '歐陽震華', { otherNames: ['Bobby'] }),
  person('c', '王來香'),
  person('d', '陳志明', { titles: titles(['局長', '教育局', '2020', '2024'], ['副市長', '高雄市', '2025', null]) }),
  person('e', '陈国强'),
  person('f', '李建国', { titles: titles(['副县长', '', '2020', '2023'], ['县长', '', '2024', null]) }),
  person('g', '王明亮'),
  person('h', '何平'),
]
const context: CheckContext = {
  checks: { levels: { 'rights-missing': 'warn' }, longest: 60 },
  people: roster,
  now: Date.parse('2026-11-25T04:00:00Z'),
  style: null,
  bylines: { reporters: ['田城'], correspondents: ['柯陽'] },
  others: new Map([
    ['a', '這一張自己。'],
    ['b', '居民在廣場合影。'],
    ['c', '居民在廣場合影。\n'],
    ['d', 'Residents cheer.'],
    ['e', ''],
  ]),
}

interface Fields {
  caption?: string
  credit?: string
  takenAt?: string | null
  people?: string[]
  copyright?: string
  usageTerms?: string
  supplier?: string
  embargo?: string | null
  expires?: string | null
  doNotUse?: string
  sensitive?: string
  regions?: Region[]
}

const photo = ({
  caption = '居民在議事廳商量。',
  credit = '通訊員 柯陽 供圖',
  takenAt = null,
  people = [],
  copyright = '平安日報',
  usageTerms = '',
  supplier = '',
  embargo = null,
  expires = null,
  doNotUse = '',
  sensitive = '',
  regions = [],
}: Fields): CheckedPhoto => ({
  id: 'a',
  caption,
  credit,
  creditParts: readCredit(credit)?.parts ?? null,
  takenAt,
  people,
  copyright,
  usageTerms,
  supplier,
  embargo,
  expires,
  doNotUse,
  sensitive,
  regions,
})
const found = (fields: Fields, of = context) => checkPhoto(photo(fields), of)

test('a sound caption has no findings', () => expect(found({})).toEqual([]))

const day = '2026-11-02T14:03:05+08:00'
/** People in one row, from the left. */
const row = (...names: string[]): Region[] =>
  names.map((name, at) => ({ name, x: (at + 0.2) / names.length, y: 0.4, width: 0.05, height: 0.08 }))
const findings: [CheckRule, Fields, Record<string, unknown>][] = [
  ['caption-credit', { caption: '居民合影。本報記者 田城 攝', credit: '' }, { line: '本報記者 田城 攝' }],
  ['caption-credit', { caption: '居民合影。（新華社記者 田城 攝）', credit: '' }, { line: '新華社記者 田城 攝' }],
  [
    'caption-credit',
    { caption: '居民合影。\n通訊員 柯陽 供圖', credit: '通訊員柯陽供圖' },
    { line: '通訊員 柯陽 供圖' },
  ],
  ['caption-credit', { caption: '居民在秋收（王純德攝）。', credit: ' ' }, { line: '王純德攝' }],
  ['no-caption', { caption: '' }, {}],
  ['no-caption', { caption: ' \n' }, {}],
  ['no-caption', { caption: '\u3000\u3000' }, {}],
  ['no-caption', { caption: '\t', credit: '' }, {}],
  ['no-credit', { credit: '' }, {}],
  ['no-credit', { credit: '  ' }, {}],
  ['no-credit', { credit: '\u3000' }, {}],
  ['no-credit', { caption: 'Residents cheer.', credit: '' }, {}],
  ['unread-credit', { credit: '圖文無關' }, { line: '圖文無關' }],
  ['unread-credit', { credit: '？？' }, { line: '？？' }],
  ['unread-credit', { credit: '网友' }, { line: '网友' }],
  ['unread-credit', { credit: '請見內文說明' }, { line: '請見內文說明' }],
  ['no-full-stop', { caption: '居民合影' }, {}],
  ['no-full-stop', { caption: '居民合影.' }, {}],
  ['no-full-stop', { caption: '“夜訪”，成了“課外作業”' }, {}],
  ['no-full-stop', { caption: '居民合影，」' }, {}],
  ['no-full-stop', { caption: '市长表示...' }, {}],
  ['no-full-stop', { caption: 'Residents cheer' }, {}],
  ['no-full-stop', { caption: 'Residents cheer,' }, {}],
  ['half-width', { caption: '居民合影,氣氛熱烈。' }, { sign: ',' }],
  ['half-width', { caption: '居民 ,氣氛熱烈。' }, { sign: ',' }],
  ['half-width', { caption: '王來香(右)合影。' }, { sign: '(' }],
  ['half-width', { caption: '真的?居民问。' }, { sign: '?' }],
  ['half-width', { caption: '比分2:1,主隊勝。' }, { sign: ',' }],
  ['half-width', { caption: '居民（左)合影。' }, { sign: ')' }],
  ['half-width', { caption: '馬克.吐溫來訪。' }, { sign: '.' }],
  ['damage', { caption: '吳坤說(shuō)。' }, { text: '(shuō)' }],
  ['damage', { caption: '居民\ufffd合影。' }, { text: '\ufffd' }],
  ['damage', { caption: '吴坤（kūn）说(shuō)日?qǐng)。' }, { text: '（kūn）' }],
  ['damage', { caption: '日?qǐng)，居民合影。' }, { text: '日?qǐng)' }],
  ['damage', { caption: '居民\ue000合影。' }, { text: '\ue000' }],
  ['placeholder', { caption: 'XXX在講話。' }, { text: 'XXX' }],
  ['placeholder', { caption: '市长xxx讲话。' }, { text: 'xxx' }],
  ['placeholder', { caption: '居民待補合影。' }, { text: '待補' }],
  ['placeholder', { caption: '身分待確認的居民。' }, { text: '待確認' }],
  ['placeholder', { caption: '{place}居民合影。' }, { text: '{place}' }],
  ['placeholder', { caption: '{受訪者}合影。' }, { text: '{受訪者}' }],
  ['placeholder', { caption: '〇〇先生合影。' }, { text: '〇〇' }],
  ['placeholder', { caption: 'Mayor TK opens the hall.' }, { text: 'TK' }],
  ['placeholder', { credit: '記者 ×× 攝' }, { text: '××' }],
  ['person-missing', { people: ['李明'] }, { name: '李明' }],
  ['person-missing', { people: ['吴坤', '李明'], caption: '吳坤（左）合影。' }, { name: '李明' }],
  ['person-missing', { people: ['歐陽震華'], caption: '歐陽先生講話。' }, { name: '歐陽震華' }],
  ['person-missing', { people: ['Thomas Peter'], caption: 'Thomas smiles.' }, { name: 'Thomas Peter' }],
  ['positions', { caption: '甲明（左一）、乙明（左一）合影。' }, { marker: '（左一）', problem: 'twice' }],
  ['positions', { caption: '甲明（右4）、乙明（右四）合影。' }, { marker: '（右四）', problem: 'twice' }],
  ['positions', { caption: '（左二）合影。' }, { marker: '（左二）', problem: 'nobody' }],
  ['positions', { caption: '居民合影。（左二）讲话。' }, { marker: '（左二）', problem: 'nobody' }],
  ['positions', { caption: '左一至三依次為蔡明豐、賴弘典。' }, { problem: 'count', announced: 3, named: 2 }],
  ['positions', { caption: '右一至右二依次为甲明、乙明、丙明。' }, { problem: 'count', announced: 2, named: 3 }],
  ['positions', { caption: '左一至四依次為王明、李芳和劉紅。' }, { problem: 'count', announced: 4, named: 3 }],
  [
    'positions',
    { caption: '甲明（右）、乙明合影。', regions: row('甲明', '乙明') },
    { name: '甲明', problem: 'boxes' },
  ],
  ['positions', { caption: '王来香（左）合影。', regions: row('', '王來香') }, { marker: '（左）', name: '王來香' }],
  ['positions', { caption: '左起：乙明、甲明。', regions: row('甲明', '乙明') }, { problem: 'boxes' }],
  ['credit-byline', { credit: '通訊員 陳玉珍 供圖' }, { name: '陳玉珍', role: '通訊員' }],
  ['credit-byline', { credit: '本報記者 李明 攝' }, { name: '李明' }],
  ['credit-byline', { credit: '記者 李明 攝' }, { name: '李明' }],
  ['credit-byline', { credit: '通讯员 陈玉珍 供图' }, { name: '陈玉珍' }],
  ['credit-byline', { credit: '本報記者 田城、通訊員 陳玉珍 攝' }, { name: '陳玉珍' }],
  ['too-long', { caption: `${'居民合影'.repeat(20)}。` }, { length: 81, longest: 60 }],
  ['too-long', { caption: `${'居'.repeat(60)}。` }, { length: 61 }],
  ['too-long', { caption: '👨\u200d👩\u200d👧'.repeat(61) }, { length: 61 }],
  ['too-long', { caption: 'Residents cheer. '.repeat(4) }, { length: 68 }],
  ['same-caption', { caption: '居民在廣場合影。' }, { count: 2 }],
  ['same-caption', { caption: ' 居民在廣場合影。' }, { count: 2 }],
  ['same-caption', { caption: 'Residents cheer.' }, { count: 1 }],
  ['same-caption', { caption: 'Residents cheer.\n' }, { count: 1 }],
  ['date-differs', { caption: '11月3日，居民合影。', takenAt: day }, { written: '11月3日', taken: '2026-11-02' }],
  ['date-differs', { caption: '2025年11月2日，居民合影。', takenAt: day }, { written: '2025年11月2日' }],
  ['date-differs', { caption: '今(3)日，居民合影。', takenAt: '2026-11-02' }, { written: '今(3)日' }],
  ['date-differs', { caption: '民國114年11月2日，居民合影。', takenAt: day }, { written: '民國114年11月2日' }],
  ['date-differs', { caption: '115年11月3日，居民合影。', takenAt: day }, { written: '115年11月3日' }],
  ['date-differs', { caption: '攝於2026-11-03。', takenAt: day }, { written: '2026-11-03' }],
  ['date-differs', { caption: '２０２６年１１月３日攝。', takenAt: day }, { written: '２０２６年１１月３日' }],
  ['date-differs', { caption: '2026 年 11 月 3 日摄。', takenAt: day }, { written: '2026 年 11 月 3 日' }],
  ['date-differs', { caption: '展覽11月3日至8日舉行。', takenAt: day }, { written: '11月3日至8日' }],
  ['date-differs', { caption: '十一月廿二日，居民合影。', takenAt: day }, { written: '十一月廿二日' }],
  ['name-near', { caption: '居民王來鄉、李明合影。' }, { written: '王來鄉', known: '王來香' }],
  ['name-near', { caption: '歐陽鎮華（右）講話。' }, { written: '歐陽鎮華', known: '歐陽震華' }],
  ['name-near', { caption: '高雄市副市長陳志鳴出席。' }, { written: '陳志鳴', known: '陳志明' }],
  ['name-near', { caption: '王来乡在议事厅。' }, { written: '王来乡', known: '王來香' }],
  ['name-near', { caption: '陈国抢（左）与居民合影。' }, { written: '陈国抢', known: '陈国强' }],
  ['name-near', { caption: '陳國榮（左）與居民合影。' }, { written: '陳國榮', known: '陈国强' }],
  ['name-near', { caption: '王來香合影，王來鄉離開。' }, { written: '王來鄉', known: '王來香' }],
  ['title-differs', { caption: '陽新縣縣長萬鼎調研。', takenAt: day }, { written: '縣長', valid: '縣委書記' }],
  ['title-differs', { caption: '縣委書記萬鼎調研。', takenAt: '2025-06-30' }, { valid: '縣長' }],
  ['title-differs', { caption: '县长万鼎调研。', takenAt: day }, { name: '萬鼎', written: '县长' }],
  ['title-differs', { caption: '萬鼎與縣長萬鼎。', takenAt: null }, { written: '縣長', valid: '縣委書記' }],
  ['title-differs', { caption: '教育局局長陳志明出席。', takenAt: day }, { written: '局長', valid: '副市長' }],
  ['title-differs', { caption: '副县长李建国出席。', takenAt: day }, { written: '副县长', valid: '县长' }],
  ['rights-missing', { copyright: '' }, { line: '通訊員 柯陽 供圖' }],
  ['rights-missing', { copyright: ' ', credit: '新华社发（陈颖 摄）' }, { line: '新华社发（陈颖 摄）' }],
  ['rights-missing', { copyright: '', credit: '記者陳彥廷翻攝' }, { line: '記者陳彥廷翻攝' }],
  ['rights-missing', { copyright: '', credit: '圖片來源：市政府' }, { line: '圖片來源：市政府' }],
  ['rights-missing', { copyright: '', credit: '余俊亮攝；受訪者供圖' }, { line: '余俊亮攝；受訪者供圖' }],
  ['do-not-use', { doNotUse: '當事人撤回同意' }, { reason: '當事人撤回同意' }],
  ['do-not-use', { doNotUse: ' 法院禁令 ' }, { reason: '法院禁令' }],
  ['do-not-use', { doNotUse: 'x', caption: '' }, { reason: 'x' }],
  ['do-not-use', { doNotUse: 'Agency recall', sensitive: 'x' }, { reason: 'Agency recall' }],
  ['sensitive', { sensitive: '未成年受害人' }, { reason: '未成年受害人' }],
  ['sensitive', { sensitive: '\u3000法庭' }, { reason: '法庭' }],
  ['sensitive', { sensitive: 'x', doNotUse: 'y' }, { reason: 'x' }],
  ['sensitive', { sensitive: 'Minor', credit: '' }, { reason: 'Minor' }],
  ['embargoed', { embargo: '2026-12-01' }, { until: '2026-12-01' }],
  ['embargoed', { embargo: '2026-11-25T12:01+08:00' }, { until: '2026-11-25 12:01 +08:00' }],
  ['embargoed', { embargo: '2026-11-25T04:00:00.5Z' }, { until: '2026-11-25 04:00:00.5 Z' }],
  ['embargoed', { embargo: '2026-11-24T23:00:00-08:00' }, { until: '2026-11-24 23:00:00 -08:00' }],
  ['expired', { expires: '2026-11-01' }, { on: '2026-11-01' }],
  ['expired', { expires: '2026-11-25T11:59:59+08:00' }, { on: '2026-11-25 11:59:59 +08:00' }],
  ['expired', { expires: '2026-11-25T11:58+08:00' }, { on: '2026-11-25 11:58 +08:00' }],
  ['expired', { expires: '1999-12-31T23:59:59Z' }, { on: '1999-12-31 23:59:59 Z' }],
]
test.each(findings)('%s: %o', (rule, fields, values) => {
  expect(found(fields)).toContainEqual(
    expect.objectContaining({ rule, values: expect.objectContaining(values) as unknown }),
  )
})

const sound: [CheckRule, Fields][] = [
  ['caption-credit', { credit: '' }],
  ['caption-credit', { caption: '居民合影。（左二為李明）', credit: '' }],
  ['caption-credit', { caption: '居民合影。本報記者 田城 攝', credit: '通訊員 柯陽 供圖' }],
  ['caption-credit', { caption: '通訊員 供圖', credit: '' }],
  ['caption-credit', { caption: '居民合影（2015年12月15日攝）。', credit: '' }],
  ['no-caption', {}],
  ['no-caption', { caption: '。' }],
  ['no-caption', { caption: '\n居民' }],
  ['no-caption', { caption: 'R' }],
  ['no-credit', {}],
  ['no-credit', { credit: 'AFP' }],
  ['no-credit', { credit: '受訪者供圖' }],
  ['no-credit', { credit: '圖文無關' }],
  ['unread-credit', { credit: '新華社發（陳穎 攝）' }],
  ['unread-credit', { credit: '通讯员 供图' }],
  ['unread-credit', { credit: '資料圖片' }],
  ['unread-credit', { credit: '' }],
  ['no-full-stop', { caption: '“好！”' }],
  ['no-full-stop', { caption: '居民合影⋯⋯' }],
  ['no-full-stop', { caption: '（居民合影。）\n' }],
  ['no-full-stop', { caption: '居民說：「好。」' }],
  ['no-full-stop', { caption: 'Residents cheer.' }],
  ['no-full-stop', { caption: 'Is it “open?”' }],
  ['half-width', { caption: '共1,000人於14:03到場，Thomas Peter/Reuters在場。' }],
  ['half-width', { caption: '水深3.5公尺，Thomas Peter /Reuters攝。' }],
  ['half-width', { caption: '見https://cutline.example/a,b?c=1:2。' }],
  ['half-width', { caption: '檔案IMG_0001.jpg在此。' }],
  ['half-width', { caption: 'Residents cheer, wave (left).' }],
  ['half-width', { caption: '居民， 合影。' }],
  ['damage', { caption: '居民（左）合影？是的。' }],
  ['damage', { caption: '《鬼滅の刃》上映了？居民排隊。' }],
  ['damage', { caption: 'Café (José) opens? Yes.' }],
  ['damage', { caption: '世界卫生组织(WHO)表示。' }],
  ['placeholder', { caption: '尺碼XXL的外套。' }],
  ['placeholder', { caption: '二〇〇八年，居民合影。' }],
  ['placeholder', { caption: '二〇〇〇年與一九〇〇年。' }],
  ['placeholder', { caption: '居民等待補給，原因有待查明。' }],
  ['placeholder', { caption: '電話138****1234，畫作100×200公分。' }],
  ['placeholder', { caption: 'Super Bowl XX at www.xxx.com, TKO.' }],
  ['person-missing', { caption: '吳坤（左）合影。', people: ['吴坤'] }],
  ['person-missing', { caption: '李\u3000明（左）合影。', people: ['李明'] }],
  ['person-missing', { caption: 'Bobby講話。', people: ['欧阳震华'] }],
  ['person-missing', { caption: 'THOMAS PETER smiles.', people: ['Thomas Peter'] }],
  ['person-missing', { people: ['', ' '] }],
  ['positions', { caption: '张鹏（左二）、王绍兰（左一）、关懿合影。' }],
  ['positions', { caption: '甲明（前）、乙明（前）合影。' }],
  ['positions', { caption: '左起：甲明、乙明、丙明。' }],
  ['positions', { caption: '“阿明”（左一）與 Peter （左二）合影。' }],
  ['positions', { caption: '居民合影，（左一）為甲明。' }],
  ['positions', { caption: '左一至三依次為甲明、乙明、丙明，在議事廳合影。' }],
  ['positions', { caption: '左一至三依次為甲明、乙明、丙明與居民合影。' }],
  ['positions', { caption: '左一至三：市長甲明，議員乙明，居民丙明。' }],
  ['positions', { caption: '甲明（左）、乙明合影。', regions: row('甲明', '乙明') }],
  ['positions', { caption: '甲明（左三）、乙明（左五）合影。', regions: row('甲明', '乙明') }],
  ['positions', { caption: '居民合影。', regions: row('甲明', '乙明') }],
  ['positions', { caption: '王明（前排左三）、李芳（後排左三）。' }],
  ['credit-byline', { credit: '新華社記者 李明 攝' }],
  ['credit-byline', { credit: '通訊員 供圖' }],
  ['credit-byline', { credit: '通讯员 柯阳 供图' }],
  ['credit-byline', { credit: '本報記者 田城 攝' }],
  ['credit-byline', { credit: '李明 攝' }],
  ['too-long', {}],
  ['too-long', { caption: `${'居'.repeat(59)}。` }],
  ['too-long', { caption: '👨\u200d👩\u200d👧'.repeat(60) }],
  ['too-long', { caption: '' }],
  ['same-caption', { caption: '這一張自己。' }],
  ['same-caption', { caption: '' }],
  ['same-caption', { caption: '居民在廣場合影' }],
  ['same-caption', { caption: 'residents cheer.' }],
  ['date-differs', { caption: '11月2日，居民合影，11月5日結束。', takenAt: day }],
  ['date-differs', { caption: '民國115年11月2日，居民合影。', takenAt: day }],
  ['date-differs', { caption: '今（2）日，居民合影。', takenAt: day }],
  ['date-differs', { caption: '26年11月2日，居民合影。', takenAt: day }],
  ['date-differs', { caption: '十一月二日，居民合影。', takenAt: '2026-11-02' }],
  ['date-differs', { caption: '展览10月30日至11月8日举行。', takenAt: day }],
  ['date-differs', { caption: '展覽11月1日至5日舉行。', takenAt: day }],
  ['date-differs', { caption: '2025年12月28日至1月3日。', takenAt: '2026-01-02' }],
  ['date-differs', { caption: '农历九月三日，电话0912-34-5678。', takenAt: day }],
  ['date-differs', { caption: '2015年1月2日，居民合影。', takenAt: day, credit: '資料圖片' }],
  ['date-differs', { caption: '1月2日，居民合影。' }],
  ['name-near', { caption: '王來香與李明合影。' }],
  ['name-near', { caption: '萬里（左）講話。' }],
  ['name-near', { caption: '居民往來香港。' }],
  ['name-near', { caption: '王明說：「好。」' }],
  ['name-near', { caption: '居民祈求和平、安定。' }],
  ['name-near', { caption: '陳國強與弟弟陳國榮、居民合影。' }],
  ['name-near', { caption: '林志明（左）合影。' }],
  ['title-differs', { caption: '陽新縣縣長萬鼎調研。', takenAt: '2025-03-02' }],
  ['title-differs', { caption: '縣委書記萬鼎調研。', takenAt: day }],
  ['title-differs', { caption: '前縣長萬鼎、時任縣長萬鼎。', takenAt: day }],
  ['title-differs', { caption: '副縣長萬鼎調研。', takenAt: day }],
  ['title-differs', { caption: '縣長、萬鼎合影。', takenAt: day }],
  ['title-differs', { caption: '县长李建国出席。', takenAt: day }],
  ['rights-missing', { copyright: '', usageTerms: '限本報使用一次' }],
  ['rights-missing', { copyright: '', supplier: '路透社' }],
  ['rights-missing', { copyright: '', credit: '記者 田城 攝' }],
  ['rights-missing', { copyright: '', credit: '資料圖片' }],
  ['rights-missing', { copyright: '', credit: '圖文無關' }],
  ['rights-missing', { copyright: '', credit: '' }],
  ['do-not-use', { doNotUse: '' }],
  ['do-not-use', { doNotUse: ' ' }],
  ['do-not-use', { doNotUse: '\u3000' }],
  ['do-not-use', { sensitive: '未成年受害人' }],
  ['sensitive', { sensitive: '' }],
  ['sensitive', { sensitive: '  ' }],
  ['sensitive', { sensitive: '\u3000' }],
  ['sensitive', { doNotUse: '當事人撤回同意' }],
  ['embargoed', { embargo: null }],
  ['embargoed', { embargo: '2026-11-24' }],
  ['embargoed', { embargo: '2026-11-25T12:00+08:00' }],
  ['embargoed', { embargo: '2026-11-25T03:59:59.999Z' }],
  ['expired', { expires: null }],
  ['expired', { expires: '2026-11-26' }],
  // A minute is used up when it is over.
  ['expired', { expires: '2026-11-25T12:00+08:00' }],
  ['expired', { expires: '2026-11-25T00:00:00-08:00' }],
]
test.each(sound)('no %s: %o', (rule, fields) => {
  expect(found(fields).filter((finding) => finding.rule === rule)).toEqual([])
})

test.each(checkRules)('%s is told from its neighbours by at least four cases of both kinds', (rule) => {
  const cases = (list: readonly (readonly unknown[])[]) => list.filter(([of]) => of === rule).length
  expect(Math.min(cases(findings), cases(sound))).toBeGreaterThanOrEqual(4)
})

/** What a rule still finds after its fix, about the same thing. */
function leftAfterFix(fields: Fields): string[] {
  return found(fields).flatMap(({ rule, values, fix }) => {
    if (fix === null) return []
    const { caption = fields.caption ?? '' } = fix
    const again = found({ ...fields, caption }).filter((each) => each.rule === rule)
    return again.filter((each) => each.values.name === values.name).map(() => `${rule}: ${JSON.stringify(fix)}`)
  })
}

describe('fixes', () => {
  it.each(findings)('%s: %o is put right by its fix, where there is one', (_, fields) => {
    expect(leftAfterFix(fields)).toEqual([])
  })

  const fixes: [CheckRule, Fields, string | null][] = [
    ['no-full-stop', { caption: '居民合影，' }, '居民合影。'],
    ['caption-credit', { caption: '居民合影。\n通訊員 柯陽 供圖' }, '居民合影。'],
    ['no-full-stop', { caption: '居民合影．' }, '居民合影。'],
    ['no-full-stop', { caption: '居民說「好，」' }, '居民說「好。」'],
    ['no-full-stop', { caption: '市长表示...' }, '市长表示……'],
    ['no-full-stop', { caption: 'Residents “cheer,”' }, 'Residents “cheer.”'],
    ['half-width', { caption: '王來香(右)、李明(左),合影。' }, '王來香（右）、李明（左），合影。'],
    // A name may be meant; a damaged text is repaired first.
    ['half-width', { caption: '馬克.吐溫,來訪。' }, null],
    ['half-width', { caption: '吳坤說(shuō),好。' }, null],
    ['damage', { caption: '吳坤說(shuō)，好。' }, '吳坤說，好。'],
    ['damage', { caption: '吳坤說(shuō)(shuō)，好。' }, '吳坤說，好。'],
    ['damage', { caption: '吳坤說(shuō)，日?qǐng)。' }, null],
    ['positions', { caption: '甲明（右）、乙明合影。', regions: row('甲明', '乙明') }, '甲明（左）、乙明合影。'],
    ['positions', { caption: '甲明（右一）、乙明（左五）。', regions: row('甲明', '乙明') }, null],
    ['title-differs', { caption: '陽新縣縣長萬鼎調研。', takenAt: day }, '陽新縣縣委書記萬鼎調研。'],
    ['title-differs', { caption: '县长万鼎调研。', takenAt: day }, '县委书记万鼎调研。'],
    [
      'title-differs',
      { caption: '縣長萬鼎到場，縣長萬鼎說好。', takenAt: day },
      '縣委書記萬鼎到場，縣委書記萬鼎說好。',
    ],
    ['title-differs', { caption: '教育局局長陳志明出席。', takenAt: day }, '高雄市副市長陳志明出席。'],
    // Whose office it was is unknown here; and the roster's characters are others than the caption's.
    ['title-differs', { caption: '衛生局局長陳志明出席。', takenAt: day }, null],
    ['title-differs', { caption: '副縣長李建國出席。', takenAt: day }, null],
  ]
  it.each(fixes)('%s: %o becomes %s', (rule, fields, caption) => {
    const finding = found(fields).find((each) => each.rule === rule)
    expect(finding?.fix).toEqual(caption === null ? null : { caption })
  })
})

test('a credit moves from the caption into its own field', () => {
  const [finding] = found({ caption: '居民合影。本報記者 田城 攝', credit: '' }).filter(
    ({ rule }) => rule === 'caption-credit',
  )
  expect(finding?.fix).toEqual({ caption: '居民合影。', credit: '本報記者 田城 攝' })
})

test('the desk switches rules off and lets them block', () => {
  const checks = { levels: { 'no-credit': 'off', 'no-caption': 'block' } as const, longest: 200 }
  expect(found({ caption: '', credit: '' }, { ...context, checks })).toMatchObject([
    { rule: 'no-caption', level: 'block' },
  ])
})

test('what may not be published now stops an export unless the desk says otherwise; missing rights are a desk’s own choice', () => {
  const checks = { levels: {}, longest: 200 }
  const fields = { copyright: '', embargo: '2027-01-01', expires: '2026-01-01' }
  expect(found(fields, { ...context, checks }).map(({ rule, level }) => [rule, level])).toEqual([
    ['embargoed', 'block'],
    ['expired', 'block'],
  ])
  const relaxed = { ...checks, levels: { embargoed: 'warn', expired: 'off', 'rights-missing': 'block' } as const }
  expect(found(fields, { ...context, checks: relaxed }).map(({ rule, level }) => [rule, level])).toEqual([
    ['rights-missing', 'block'],
    ['embargoed', 'warn'],
  ])
})

test('a day without a time is all of it by this computer’s clock', () => {
  const today = new Date(context.now)
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, '0'))
  expect(found({ embargo: day.join('-'), expires: day.join('-') })).toEqual([])
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

test('findings come in the order of the rules', () => {
  const order = found({ caption: '（左二）XXX合影', credit: '', people: ['李明'] }).map(({ rule }) => rule)
  expect(order).toEqual(['no-credit', 'no-full-stop', 'placeholder', 'person-missing', 'positions'])
})

test('one slip is one finding, about the likeliest name', () => {
  const people = [person('a', '陳國強'), person('b', '陳國華')]
  const near = found({ caption: '陳國牆（左）合影。' }, { ...context, people })
  expect(near.map(({ values }) => values)).toEqual([{ written: '陳國牆', known: '陳國強' }])
})

test('no byline, no quarrel with it', () => {
  const credit = '通訊員 陳玉珍 供圖'
  expect(found({ credit }, { ...context, bylines: null })).toEqual([])
  expect(found({ credit }, { ...context, bylines: { reporters: ['田城'], correspondents: [] } })).toEqual([])
})

describe('whatever stands in a caption', () => {
  const words =
    '居民 左一 （ ） ( ) 11月 2日 至5日 王來鄉 王來香 縣長 县长 萬鼎 教育局 局長 陳志明 ? shuō 說(shuō) (shuō) XXX 。 . , ， ... 」 ” 至三 依次為 、 \ufffd 日?qǐng) {date} 12 A'
  const word = fc.constantFrom(...words.split(' '), ' ', '\n', '\u3000')
  const caption = fc
    .array(fc.oneof({ weight: 4, arbitrary: word }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }), {
      maxLength: 12,
    })
    .map((pieces) => pieces.join(''))

  const boxes = row('王來香', '萬鼎', '', '居民')
  it('is checked without fail, and every fix removes its finding', () => {
    fc.assert(
      fc.property(caption, fc.boolean(), (text, isDated) => {
        expect(
          leftAfterFix({ caption: text, takenAt: isDated ? day : null, people: ['李明'], regions: boxes }),
        ).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('becomes full width once and for all', () => {
    fc.assert(
      fc.property(caption, (text) => {
        const once = toFullWidth(text)
        expect(toFullWidth(once)).toBe(once)
      }),
      { numRuns: 2000 },
    )
  })

  it('is checked in any credit and any roster', () => {
    const any = fc.string({ unit: 'binary', minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(caption, fc.string({ unit: 'binary' }), fc.array(any), (text, credit, names) => {
        const people = names.map((name, at) =>
          person(`p${String(at)}`, name, { titles: titles([name, name, null, null]) }),
        )
        expect(() =>
          found({ caption: text, credit, takenAt: day, people: names }, { ...context, people }),
        ).not.toThrow()
      }),
      { numRuns: 500 },
    )
  })
})
