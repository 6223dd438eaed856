import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyStory } from '../generated-stories-for-tests.js'
import { bundlePhotos, photoRecord } from '../story-for-tests.js'
import type { BundlePhoto } from '../bundle-photo.js'
import { captionsSheet, cellText } from './captions-sheet.js'
import { fromInert } from './captions-csv.js'
import { elementsOf, partsOf, pictureForTests, xmlOf } from './documents-for-tests.js'
import { labelsIn } from './labels.js'

const picture = await pictureForTests(300, 200)
const sheet = (photos: readonly BundlePhoto[]) =>
  captionsSheet(photos, labelsIn('zh-Hant'), () => Promise.resolve(picture))

/** The cells' texts row by row, as another program reads them. */
function cellsOf(parts: Map<string, Buffer>): string[][] {
  const shared = parts.get('xl/sharedStrings.xml')
  const strings = shared ? elementsOf(xmlOf(shared), 'si').map((each) => each.textContent) : []
  return elementsOf(xmlOf(parts.get('xl/worksheets/sheet1.xml')), 'row').map((row) =>
    elementsOf(row, 'c').map((cell) => {
      const text = cell.textContent
      return cell.getAttribute('t') === 's' ? (strings[Number(text)] ?? '') : text
    }),
  )
}

test('a row for each photo, with its picture', async () => {
  const photos = bundlePhotos([photoRecord(1, { caption: '=1+1' }), photoRecord(2)])
  const parts = await partsOf(await sheet(photos))
  const [head, first, second] = cellsOf(parts)
  expect(head).toEqual([
    '序號',
    '圖',
    '檔名',
    '圖片說明',
    '見報說明',
    '署名',
    '攝影者',
    '標題',
    '關鍵詞',
    '地點',
    '拍攝時間',
    '原檔名',
  ])
  expect(first?.filter((text) => text !== '')).toEqual([
    '1',
    '端午龍舟賽-01.jpg',
    "'=1+1",
    "'=1+1",
    '通訊員 供圖',
    '田城; 柯陽',
    '端午; 龍舟',
    '平安社區',
    '2026-06-19T09:30:00',
    'IMG_0001.JPG',
  ])
  expect(second?.[2]).toBe('端午龍舟賽-02.jpg')
  expect([...parts.keys()].filter((name) => name.startsWith('xl/media/'))).toHaveLength(2)
})

test('a formula behind characters that no spreadsheet can hold is none', async () => {
  const parts = await partsOf(await sheet(bundlePhotos([photoRecord(1, { caption: '\u0000\ufffd=1+1' })])))
  expect(cellsOf(parts)[1]?.[3]).toBe("'=1+1")
})

/** Line ends as the parser of XML gives them. */
const lines = (text: string) => text.replace(/\r\n?|[\u0085\u2028]/g, '\n')

test.each(['\u{10fffe} 圖說', '\u{10ffff}=1+1', '\u0080\ufdd0-1', 'toString', '__proto__', '\u{1fffe}\u007f@SUM(A1)'])(
  'what the library would leave out goes before: %j',
  async (caption) => {
    const read = cellsOf(await partsOf(await sheet(bundlePhotos([photoRecord(1, { caption })]))))[1]?.[3] ?? ''
    expect(read).not.toMatch(/^[=+\-@]/)
    expect(fromInert(read)).toBe(cellText(caption))
  },
)

test('any captions read back equal, and no cell holds or starts a formula', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyStory, async ({ photos }) => {
      const parts = await partsOf(await sheet(photos))
      const xml = parts.get('xl/worksheets/sheet1.xml')
      expect(elementsOf(xmlOf(xml), 'f')).toEqual([])
      const rows = cellsOf(parts).slice(1)
      expect(rows).toHaveLength(photos.length)
      for (const [at, { photo }] of photos.entries()) {
        const read = lines(rows[at]?.[3] ?? '')
        expect(read).not.toMatch(/^[=+\-@]/)
        expect(fromInert(read)).toBe(lines(cellText(photo.caption)))
      }
    }),
    { numRuns: 15 },
  )
})
