import { describe, expect, it, test } from 'vitest'
import { readCredit } from '../credits/split-caption.js'
import { completeCredit } from './complete-credit.js'
import { numberInName, wordsInName } from './file-name-clues.js'
import { type CaptionToMatch, type PhotoToMatch, suggestMatches } from './match-captions.js'
import { timeGroups } from './time-groups.js'

const captions: CaptionToMatch[] = [
  { caption: '六月十九日清晨，北岸村龍舟隊在內港衝向終點。', names: ['田城'] },
  { caption: '社區書記吳坤在巡查隱患。', names: ['柯陽'] },
  { caption: '志願者為獨居老人王來香送餐。', names: [] },
]
const photo = (id: string, fields: Partial<PhotoToMatch> = {}): PhotoToMatch => ({
  id,
  file: `IMG_${id}.jpg`,
  takenAt: null,
  caption: '',
  ...fields,
})
const matched = (photos: PhotoToMatch[], of = captions) =>
  suggestMatches(of, photos).map(({ photoId, caption, reason }) => `${photoId} ${caption} ${reason}`)

describe('which caption may belong to which photo', () => {
  it('is nobody’s guess where nothing speaks for it', () => {
    expect(matched([photo('a'), photo('b')])).toEqual([])
    expect(matched([photo('a')], [])).toEqual([])
  })
  it('goes by order where there are as many of both', () => {
    expect(matched([photo('a'), photo('b'), photo('c')])).toEqual(['a 0 order', 'b 1 order', 'c 2 order'])
  })
  it('goes by names in file names, in either script, and by order for the rest', () => {
    const photos = [photo('a', { file: '王来香送餐.jpg' }), photo('b'), photo('c', { file: '吴坤 2.JPG' })]
    expect(matched(photos)).toEqual(['a 2 file-name', 'c 1 file-name', 'b 0 order'])
  })
  it('does not take a word that several captions hold', () => {
    const both = captions.map((each) => ({ ...each, caption: `平安社區：${each.caption}` }))
    expect(matched([photo('a', { file: '平安社區.jpg' })], both)).toEqual([])
  })
  it('goes by numbers at the end of file names', () => {
    const photos = ['图3.jpg', '图1.jpg'].map((file) => photo(file, { file }))
    expect(matched(photos)).toEqual(['图3.jpg 2 number', '图1.jpg 0 number'])
    const tooMany = ['图3.jpg', '图14.jpg'].map((file) => photo(file, { file }))
    expect(matched(tooMany)).toEqual([])
  })
  it('goes by what a photo’s caption says already', () => {
    expect(matched([photo('a', { caption: '志愿者为独居老人王来香送餐' })])).toEqual(['a 2 same-text'])
    expect(matched([photo('a', { caption: '送餐' })])).toEqual([])
  })
  it('goes by pauses between shots where there are more photos than captions', () => {
    const minutes = [0, 0.1, 0.2, 30, 30.1, 58, 58.2, 58.3]
    const photos = minutes.map((minute, at) =>
      photo(String(at), {
        takenAt: `2026-06-19T09:${String(Math.floor(minute)).padStart(2, '0')}:${String(Math.round((minute % 1) * 60)).padStart(2, '0')}`,
      }),
    )
    expect(matched(photos.toReversed())).toEqual([
      ...['0 0', '1 0', '2 0', '3 1', '4 1', '5 2', '6 2', '7 2'].map((pair) => `${pair} time`),
    ])
    expect(matched(photos.map((each, at) => ({ ...each, takenAt: `2026-06-19T09:${10 + at * 5}:00` })))).toEqual([])
  })
})

test('groups are cut at the longest pauses, where these are clearly longer', () => {
  expect(timeGroups([0, 1, 2, 60, 61, 200], 3)).toEqual([3, 5, 6])
  expect(timeGroups([0, 10, 20, 30], 3)).toBeNull()
  expect(timeGroups([0, 0, 0], 2)).toBeNull()
  expect(timeGroups([0], 2)).toBeNull()
})

test.each([
  ['IMG_0012.jpg', null],
  ['图3.jpg', 3],
  ['圖片 (5).png', 5],
  ['photo-4.jpg', 4],
  ['20260619_093000.jpg', null],
  ['吳坤.jpg', null],
])('the number of %s', (file, number) => expect(numberInName(file)).toBe(number))

test.each([
  ['微信图片_20260619.jpg', []],
  ['吳坤巡查-1.jpg', ['吴坤巡查']],
  ['DSC_0001.JPG', []],
])('the words of %s', (file, words) => expect(wordsInName(file)).toEqual(words))

const one = { reporters: ['田城'], correspondents: ['柯陽'] }
test.each([
  ['通訊員 供圖', one, [['柯陽']]],
  ['通讯员供图', one, [['柯陽']]],
  ['記者 攝', one, [['田城']]],
  ['資料圖片；通訊員攝', one, [[], ['柯陽']]],
  ['通訊員 供圖', { reporters: [], correspondents: ['柯陽', '陳玉珍'] }, null],
  ['通訊員 供圖', { reporters: ['田城'], correspondents: [] }, null],
  ['通訊員 李明 供圖', one, null],
  ['受訪者供圖', one, null],
])('%s completed by the byline', (line, bylines, names) => {
  const parts = readCredit(line)?.parts ?? []
  expect(completeCredit(parts, bylines)?.map((part) => part.names) ?? null).toEqual(names)
})
