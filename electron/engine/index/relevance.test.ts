import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Photo } from '#contract'
import type { ArchiveIndex } from './archive-index.js'
import { openMemoryIndex } from './open-index.js'
import { firstPage, photoNumber, query, storyWith } from './records-for-tests.js'

/** A small archive with what makes searching Chinese captions hard. Named by what each photo is. */
const photos: Record<string, Partial<Photo>> = {
  race: {
    caption: '2026年11月2日，選手在城門河龍舟賽衝線，觀眾歡呼🎉。',
    headline: '端午龍舟賽',
    credit: '通訊員 柯陽 供圖',
    people: ['萬鼎', '柯陽'],
    keywords: ['體育', '龍舟'],
    place: '城門河',
    city: '沙田',
    rating: 4,
    camera: 'NIKON Z 9',
    takenAt: '2026-11-02T10:00:00',
    label: 'Red',
    flag: 'pick',
  },
  simplified: {
    caption: '11月23日，万鼎集团董事长在发布会上讲话。',
    credit: '新华社记者 李理 摄',
    creators: ['李理'],
    people: ['万鼎'],
    keywords: ['财经'],
    place: '台北市',
    takenAt: '2026-11-23T09:30:00',
  },
  taiwan: {
    caption: '臺北市民在圖書館裡閱讀，頭髮花白的長者發言。',
    credit: '記者 王小明 攝',
    creators: ['王小明'],
    place: '臺北市',
    keywords: ['閱讀', '教育'],
    takenAt: '2025-01-15T08:00:00',
  },
  english: {
    caption: 'Rowers José García and Zoë Smith celebrate at the finish line, Nov. 2, 2026.',
    headline: 'Dragon Boat Festival',
    credit: 'Photo by Jane O’Neil/AFP',
    creators: ['Jane O’Neil'],
    people: ['José García', 'Zoë Smith'],
    keywords: ['sports'],
    place: 'Sha Tin',
    embargo: '2099-01-01',
  },
  numbers: {
    caption: 'ＡＢＣ盃第12屆決賽，比分3:2，門票售價$1,280。',
    file: 'IMG_0042.JPG',
    keywords: ['籃球'],
    doNotUse: '當事人要求',
  },
  names: {
    caption: '（左起）陳大文、呂秀蓮、吕小布、欧阳娜娜合照。',
    people: ['陳大文', '呂秀蓮', '吕小布', '欧阳娜娜'],
    file: '合照 2.jpg',
    rating: 2,
  },
  apart: { caption: '龍的傳人舟行河上；記者與會者會面。', keywords: ['文化'], width: 4000, height: 6000 },
  blank: { caption: '', credit: '', file: 'DSC_9999.JPG', takenAt: null, format: 'raw' },
  story: { caption: '市長剪綵。', file: 'ribbon.jpg' },
}

let index: ArchiveIndex

beforeAll(async () => {
  index = await openMemoryIndex()
  const all = Object.entries(photos).map(([name, fields], at) =>
    photoNumber(at + 1, { file: `${name}.jpg`, title: '', ...fields, jobId: name }),
  )
  await index.replaceVolume('catalog/000001', 1, all)
  const used = all.filter(({ jobId }) => jobId === 'story' || jobId === 'race')
  const story = { ...storyWith(used, ['奪標一刻', null]), headline: '海港新地標啟用' }
  await index.update({ stamps: {}, photos: [], stories: [story], removedStories: [] })
})
afterAll(() => index.close())

const everything = Object.keys(photos).sort()

async function found(text: string): Promise<string[]> {
  const listed = await index.list(query({ text }), firstPage)
  return listed.photos.map(({ jobId }) => jobId).sort()
}

/** What is typed; what must be found, and nothing else. */
test.each<[string, string[]]>([
  // Any run of Chinese characters.
  ['龍', ['apart', 'race']],
  ['龍舟', ['race']],
  ['龍舟賽', ['race']],
  ['門河龍', ['race']],
  ['城門河龍舟賽衝線', ['race']],
  ['選手在城門河', ['race']],
  ['歡呼', ['race']],
  ['呼歡', []],
  ['龍舟比賽', []],
  ['記者會', []],
  ['者會', ['apart']],
  ['會者會', ['apart']],
  ['記者與', ['apart']],
  ['傳人舟行', ['apart']],
  ['人行', []],
  // Simplified and traditional, and the forms of Taiwan and Hong Kong.
  ['龙舟', ['race']],
  ['龙舟赛', ['race']],
  ['端午龙舟赛', ['race']],
  ['选手', ['race']],
  ['体育', ['race']],
  ['萬鼎', ['race', 'simplified']],
  ['万鼎', ['race', 'simplified']],
  ['萬鼎集團', ['simplified']],
  ['董事長', ['simplified']],
  ['講話', ['simplified']],
  ['發佈會', ['simplified']],
  ['台北', ['simplified', 'taiwan']],
  ['臺北', ['simplified', 'taiwan']],
  ['台北市', ['simplified', 'taiwan']],
  ['图书馆', ['taiwan']],
  ['圖書館裏', ['taiwan']],
  ['图书馆里', ['taiwan']],
  ['头发', ['taiwan']],
  ['頭髮', ['taiwan']],
  ['发言', ['taiwan']],
  ['閲讀', ['taiwan']],
  ['阅读', ['taiwan']],
  ['呂', ['names']],
  ['吕', ['names']],
  ['歐陽', ['names']],
  ['陈大文', ['names']],
  // Names by their pinyin and initials.
  ['wanding', ['race', 'simplified']],
  ['wand', ['race', 'simplified']],
  ['wd', ['race', 'simplified']],
  ['WanDing', ['race', 'simplified']],
  ['keyang', ['race']],
  ['chendawen', ['names']],
  ['cdw', ['names']],
  ['lvxiulian', ['names']],
  ['ouyangnana', ['names']],
  ['wangxiaoming', ['taiwan']],
  ['wxm', ['taiwan']],
  ['lili', ['simplified']],
  ['xyz', []],
  // Words of other scripts from their beginnings.
  ['row', ['english']],
  ['Rowers', ['english']],
  ['owers', []],
  ['garcia', ['english']],
  ['GARCÍA', ['english']],
  ['jose', ['english']],
  ['zoe smith', ['english']],
  ['finish line', ['english']],
  ['line finish', ['english']],
  ['"finish line"', ['english']],
  ['"line finish"', []],
  ['"finish li"', ['english']],
  ['oneil', []],
  ["o'neil", ['english']],
  ['o’neil', ['english']],
  ['afp', ['english']],
  ['dragon boat', ['english']],
  // Widths, punctuation, emoji.
  ['abc盃', ['numbers']],
  ['ＡＢＣ', ['numbers']],
  ['abc杯', ['numbers']],
  ['12屆', ['numbers']],
  ['第12', ['numbers']],
  ['3:2', ['numbers']],
  ['1,280', ['numbers']],
  ['$1,280', ['numbers']],
  ['1280', []],
  ['🎉', ['race']],
  ['歡呼🎉', ['race']],
  ['🎊', []],
  ['衝線，觀眾', ['race']],
  ['衝線觀眾', ['race']],
  ['（左起）陳大文', ['names']],
  ['陳大文、呂秀蓮', ['names']],
  // Digits with dates.
  ['11月2日', ['race']],
  ['11月23日', ['simplified']],
  ['11月2', ['race', 'simplified']],
  ['11月', ['race', 'simplified']],
  ['1月2日', []],
  ['2026年11月2日', ['race']],
  ['2026', ['english', 'race']],
  ['026', []],
  // File names.
  ['img_0042', ['numbers']],
  ['IMG_00', ['numbers']],
  ['0042', ['numbers']],
  ['42', []],
  ['dsc', ['blank']],
  ['合照 2', ['names']],
  // Stories: their headlines and the captions printed in them.
  ['海港新地標', ['race', 'story']],
  ['奪標', ['race']],
  ['剪綵', ['story']],
  // Several words, choices, what must not be there.
  ['龍 舟', ['apart', 'race']],
  ['龍舟 柯陽', ['race']],
  ['龍舟 籃球', []],
  ['龍舟 OR 籃球', ['numbers', 'race']],
  ['龍舟|籃球', ['numbers', 'race']],
  ['龍 -龍舟', ['apart']],
  ['萬鼎 -集團', ['race']],
  ['-萬鼎', everything.filter((name) => name !== 'race' && name !== 'simplified')],
  ['萬鼎 (體育 OR 籃球)', ['race']],
  // Fields.
  ['credit:通訊員', ['race']],
  ['署名：通訊員', ['race']],
  ['credit:柯陽', ['race']],
  ['person:柯陽', ['race']],
  ['person:万', ['race', 'simplified']],
  ['person:龍', []],
  ['caption:萬鼎', ['simplified']],
  ['headline:龍舟', ['race']],
  ['keyword:体育,籃球', ['numbers', 'race']],
  ['place:臺北', ['simplified', 'taiwan']],
  ['place:沙田', ['race']],
  ['by:李理', ['simplified']],
  ['camera:nikon', ['race']],
  ['story:新地標', ['race', 'story']],
  ['file:ribbon', ['story']],
  ['after:2026-11-03', ['simplified']],
  ['on:2026-11', ['race', 'simplified']],
  ['before:2026', ['taiwan']],
  ['萬鼎 after:2026-11-01 -used', ['simplified']],
  ['is:used', ['race', 'story']],
  ['rating:>=3', ['race']],
  ['rating:1..2', ['names']],
  ['label:red', ['race']],
  ['is:pick', ['race']],
  ['is:portrait', ['apart']],
  ['is:embargoed', ['english']],
  ['is:do-not-use', ['numbers']],
  ['is:restricted', ['english', 'numbers']],
  ['format:raw', ['blank']],
  ['missing:caption', ['blank']],
  ['missing:person', ['apart', 'blank', 'numbers', 'story', 'taiwan']],
  // Nothing to look for, and signs alone.
  ['', everything],
  ['，', []],
  ['龍舟 ，', ['race']],
  ['foo:bar', everything],
])('%s finds %j', async (text, names) => {
  expect(await found(text)).toEqual([...names].sort())
})

test('by relevance: names and headlines before captions, literal matches before pinyin', async () => {
  const listed = async (text: string) =>
    (await index.list(query({ text, sort: 'relevance' }), firstPage)).photos.map(({ jobId }) => jobId)
  expect(await listed('龍')).toEqual(['race', 'apart'])
  await index.update({
    stamps: {},
    photos: [
      {
        volume: 'catalog/000002',
        photo: photoNumber(900, { caption: 'A wd sign', jobId: 'sign', importedAt: '2001-01-01T00:00:00Z' }),
      },
    ],
    stories: [],
    removedStories: [],
  })
  expect((await listed('wd'))[0]).toBe('sign')
  await index.replaceVolume('catalog/000002', 2, [])
})
