import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { captionsCsv } from '../documents/captions-csv.js'
import { captionsSheet } from '../documents/captions-sheet.js'
import { labelsIn } from '../documents/labels.js'
import { anyText } from '../generated-stories-for-tests.js'
import { bundlePhotos, photoRecord } from '../story-for-tests.js'
import type { ContentsPhoto } from './bundle-reading.js'
import { csvEdits, sheetEdits } from './table-edits.js'

const pictureOf = async () => ({
  jpeg: await sharp({ create: { width: 3, height: 2, channels: 3, background: '#456' } })
    .jpeg()
    .toBuffer(),
  width: 3,
  height: 2,
})

/** Photos as cutline.json names them. */
function contentsOf(fields: Parameters<typeof photoRecord>[1]) {
  const photos = bundlePhotos([photoRecord(1, fields), photoRecord(2)])
  const contents = photos.map(({ photo, file, printedCaption }): ContentsPhoto => {
    const original = { file: photo.file, sha256: photo.sha256 }
    return { ...photo, file, printedCaption, width: 3, height: 2, original }
  })
  return { photos, contents }
}

test('a table that nobody changed tells nothing, whatever it holds', () => {
  fc.assert(
    fc.property(anyText, anyText, (caption, credit) => {
      const { photos, contents } = contentsOf({ caption, credit })
      expect(csvEdits(captionsCsv(photos), contents, 'captions.csv')).toEqual([])
    }),
    { examples: [['', '\ud800']] },
  )
})

test.each(['zh-Hant', 'zh-Hans', 'en'] as const)(
  'what was changed in the spreadsheet is told (%s)',
  async (language) => {
    const { contents } = contentsOf({ caption: '原來的', keywords: ['龍舟'] })
    const { photos } = contentsOf({ caption: '=HYPERLINK("x") <b>&', keywords: ['龍舟', '端午'] })
    const bytes = await captionsSheet(photos, labelsIn(language), pictureOf)
    expect(await sheetEdits(bytes, contents, 'captions.xlsx')).toEqual([
      { photoId: contents[0]?.id, field: 'caption', value: '=HYPERLINK("x") <b>&', source: 'captions.xlsx' },
      { photoId: contents[0]?.id, field: 'printedCaption', value: '=HYPERLINK("x") <b>&', source: 'captions.xlsx' },
      { photoId: contents[0]?.id, field: 'keywords', value: ['龍舟', '端午'], source: 'captions.xlsx' },
    ])
  },
)

test('a CSV that a spreadsheet has saved: no quotes, semicolons, columns moved, a photo that is not known', () => {
  const { contents } = contentsOf({ caption: '原來的' })
  const [known] = contents
  const text = `caption;file\r\n改過的;${known?.file ?? ''}\r\n多的;nobody.jpg\r\n`
  expect(csvEdits(text, contents, 'captions.csv')).toEqual([
    { photoId: known?.id, field: 'caption', value: '改過的', source: 'captions.csv' },
  ])
})

async function workbook(files: Record<string, Buffer>): Promise<Buffer> {
  const target = path.join(await mkdtemp(path.join(tmpdir(), 'cutline-book-')), 'captions.xlsx')
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(content, name)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(target))
  return readFile(target)
}

test('a workbook that would grow beyond measure is not unpacked', async () => {
  const bomb = await workbook({ 'xl/worksheets/sheet1.xml': Buffer.alloc(300 * 1024 * 1024) })
  await expect(sheetEdits(bomb, contentsOf({}).contents, 'captions.xlsx')).rejects.toThrow('beyond measure')
})

test('entities of a workbook are never filled in from elsewhere', async () => {
  const { contents } = contentsOf({ caption: '原來的' })
  const entity = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
  const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
  const rows = `<row r="1">${cell('A1', '檔名')}${cell('B1', '圖片說明')}</row><row r="2">${cell('A2', contents[0]?.file ?? '')}${cell('B2', '看&secret;')}</row>`
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const bytes = await workbook({
    'xl/workbook.xml': Buffer.from(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': Buffer.from(
      `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': Buffer.from(
      `<?xml version="1.0"?>${entity}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    ),
  })
  const told = await sheetEdits(bytes, contents, 'captions.xlsx').catch(() => [])
  const hostname = (await readFile('/etc/hostname', 'utf8').catch(() => 'no such file')).trim()
  expect(JSON.stringify(told)).not.toContain(hostname)
})
