import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { IimEncoding } from '#contract'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { encodingOf } from './encoding-evidence.js'
import { createMetadata } from './exiftool-metadata.js'
import { type Dataset, encodeAs, writeWithIim } from './iim-for-tests.js'
import type { Metadata } from './metadata.js'
import { decodeAs } from './text-decoding.js'

let metadata: Metadata
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cutline-encodings-'))
  metadata = createMetadata()
})
afterAll(async () => {
  await metadata.close()
  await rm(folder, { recursive: true })
})

/** Captions and credits as desks write them: whole blocks, and files that hold a credit or a name alone. */
const simplified = [
  { caption: '11月2日，嘉宾在活动现场合影。', credit: '通讯员 柯阳 供图', headline: '平安社区举办邻里节' },
  { caption: '消防员冒雨转移被困群众（左二为吴坤）。', credit: '新华社发（余俊亮 摄）', headline: '' },
  { caption: '', credit: '通讯员 供图', headline: '' },
  { caption: '', credit: '资料图片', headline: '' },
  { caption: '景区游客如织。', credit: '', headline: '' },
  { caption: '', credit: '本报记者 田城 摄', headline: '冬日暖阳' },
  { caption: '王来香', credit: '', headline: '' },
]
const traditional = [
  { caption: '11月2日，嘉賓在活動現場合影。', credit: '通訊員 柯陽 供圖', headline: '平安社區舉辦鄰里節' },
  { caption: '消防員冒雨轉移被困民眾（左二為吳坤）。', credit: '中央社（余俊亮 攝）', headline: '' },
  { caption: '', credit: '通訊員 供圖', headline: '' },
  { caption: '', credit: '資料圖片', headline: '' },
  { caption: '總統府前廣場。', credit: '', headline: '' },
  { caption: '', credit: '本報記者 田城 攝', headline: '香港維港' },
  { caption: '陳彥廷', credit: '', headline: '' },
]
const japanese = [
  { caption: '東京都で行われた花火大会', credit: '写真提供：山田太郎', headline: '花火' },
  { caption: '首相官邸で記者会見する首相', credit: '共同通信', headline: '' },
  { caption: '', credit: 'カメラマン', headline: '' },
  { caption: '桜が咲いた公園で遊ぶ子供たち', credit: '', headline: '' },
]
const latin = [
  { caption: 'François Hollande à Paris', credit: 'Société Générale', headline: 'Élysée' },
  { caption: '“Ääkkösiä” – Ångström', credit: '© Jürgen Müller', headline: '' },
  { caption: '', credit: 'Señor Peña', headline: '' },
  { caption: '', credit: 'João', headline: 'São Paulo' },
]

const cases: [IimEncoding, (typeof latin)[number]][] = [
  ...simplified.map((fields) => ['gb18030', fields] as [IimEncoding, typeof fields]),
  ...traditional.map((fields) => ['big5', fields] as [IimEncoding, typeof fields]),
  ...traditional.map((fields) => ['gb18030', fields] as [IimEncoding, typeof fields]),
  ...japanese.map((fields) => ['shift_jis', fields] as [IimEncoding, typeof fields]),
  ...latin.map((fields) => ['windows-1252', fields] as [IimEncoding, typeof fields]),
  ...[...simplified, ...traditional, ...japanese, ...latin].map(
    (fields) => ['utf-8', fields] as [IimEncoding, typeof fields],
  ),
]

test(`${String(cases.length)} files whose IIM declares nothing are read right`, { timeout: 120_000 }, async () => {
  const wrong = await Promise.all(
    cases.map(async ([encoding, fields], at) => {
      const file = path.join(folder, `${String(at)}.jpg`)
      const entries = Object.entries({
        'Caption-Abstract': fields.caption,
        Credit: fields.credit,
        Headline: fields.headline,
      }) as [Dataset, string][]
      const said = entries.filter(([, text]) => text !== '')
      await writeWithIim(
        file,
        said.map(([dataset, text]) => [dataset, encodeAs(text, encoding)]),
      )
      const { fields: read, iimEncoding, warnings } = await metadata.read(file)
      const isRight =
        iimEncoding === encoding &&
        (read.caption ?? '') === fields.caption &&
        (read.credit ?? '') === fields.credit &&
        (read.headline ?? '') === fields.headline
      return isRight ? [] : [{ encoding, fields, read, iimEncoding, warnings }]
    }),
  )
  expect(cases.length).toBeGreaterThanOrEqual(30)
  expect(wrong.flat()).toEqual([])
})

describe('one text alone', () => {
  it('is flagged where it is too short to tell', () => {
    for (const character of '湖峰促輪策吹') {
      expect(encodingOf([encodeAs(character, 'big5')])?.doubt, character).not.toBeNull()
    }
  })

  it('is of no encoding where it is ASCII', () => {
    expect(encodingOf([Buffer.from('AFP PHOTO / Lee')])).toBeNull()
  })
})

describe('decodeAs', () => {
  it.each([
    ['gb18030', '通讯员 供图'],
    ['big5', '通訊員 供圖'],
    ['shift_jis', '写真提供'],
    ['utf-8', '通訊員 供圖'],
  ] as const)('leaves out half a character at the end: %s', (encoding, text) => {
    const bytes = encodeAs(text, encoding)
    expect(decodeAs(bytes, encoding)).toEqual({ text, isCut: false })
    expect(decodeAs(bytes.subarray(0, -1), encoding)).toEqual({ text: text.slice(0, -1), isCut: true })
  })

  it('knows the signs of Windows-1252', () => {
    expect(decodeAs(Buffer.from([0x93, 0x80, 0x94, 0xe9]), 'windows-1252').text).toBe('“€”é')
  })
})

describe('a file', () => {
  it('is read in the encoding asked for', async () => {
    const file = path.join(folder, 'forced.jpg')
    await writeWithIim(file, [['Credit', encodeAs('通訊員 供圖', 'big5')]])
    const forced = await metadata.read(file, { iimEncoding: 'gb18030' })
    expect(forced.iimEncoding).toBe('gb18030')
    expect(forced.fields.credit).not.toBe('通訊員 供圖')
    expect((await metadata.read(file, { iimEncoding: 'big5' })).fields.credit).toBe('通訊員 供圖')
  })

  it('whose text is cut within a character says so', async () => {
    const file = path.join(folder, 'cut.jpg')
    const credit = encodeAs('通訊員 柯陽、余俊亮、田城 供圖', 'utf-8').subarray(0, 32)
    await writeWithIim(file, [['Credit', credit]], true)
    const { fields, warnings, iimEncoding } = await metadata.read(file)
    expect(fields.credit).toBe('通訊員 柯陽、余俊亮、')
    expect(warnings.join()).toContain('half a character')
    expect(iimEncoding).toBeNull()
  })

  it('that declares UTF-8 and is GBK is read as GBK, with a warning', async () => {
    const file = path.join(folder, 'false.jpg')
    await writeWithIim(file, [['Caption-Abstract', encodeAs('嘉宾在活动现场合影。', 'gb18030')]], true)
    const { fields, warnings, iimEncoding } = await metadata.read(file)
    expect(fields.caption).toBe('嘉宾在活动现场合影。')
    expect(iimEncoding).toBe('gb18030')
    expect(warnings.join()).toContain('declares UTF-8')
  })
})
