import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { answerDialog, deskWithPhotos, expectSaved, selectAll, storyOfSelection, test } from './desk.js'

const caption = '十一月二十一日晚，市民在北碼頭觀看煙花。'

test('a bundle for print holds a contact sheet as PDF with its captions as text and its fonts inside', async ({
  launch,
  folder,
}) => {
  const desk = await launch()
  const { page } = desk
  await deskWithPhotos(desk, folder, 14)
  await selectAll(page)
  await page.getByTestId('caption-field').fill(caption)
  await page.getByTestId('credit-field').fill('通訊員 柯陽 供圖')
  await expectSaved(page)
  await storyOfSelection(page, { headline: '鷺灣港節 <b>閉幕', slug: '鷺灣港節' })

  const target = path.join(folder, '交稿')
  await mkdir(target)
  await answerDialog(desk.app, [target])
  await page.getByTestId('story-export').click()
  await page.getByTestId('export-preset-print').click()
  await page.getByTestId('export-choose').click()
  await page.getByTestId('export-start').click()
  await expect(page.getByTestId('export-done')).toBeVisible({ timeout: 120_000 })

  const bundle = path.join(target, '鷺灣港節')
  const manifest = await readFile(path.join(bundle, 'manifest-sha256.txt'), 'utf8')
  expect(manifest).toContain('data/contact-sheet.pdf')
  const bytes = await readFile(path.join(bundle, 'data', 'contact-sheet.pdf'))
  const pages = await pagesOf(bytes)
  expect(pages).toHaveLength(2)
  for (const [index, text] of pages.entries()) {
    expect(text).toContain('鷺灣港節<b>閉幕')
    expect(text).toContain(`第${index + 1}頁，共2頁`.normalize('NFKC'))
    expect(text).toMatch(/\d{4}-\d\d-\d\d/)
  }
  expect(pages.join('').split(caption.normalize('NFKC'))).toHaveLength(15)
  expectFontsInside(bytes.toString('latin1'))
})

/** Each font that needs a file has it inside; what is drawn glyph by glyph (Type 3) needs none. */
function expectFontsInside(source: string): void {
  const objects = new Map(
    [...source.matchAll(/(\d+) 0 obj\n([^]*?)endobj/g)].map(([, id = '', text = '']) => [id, text]),
  )
  const fonts = [...objects.values()].filter((text) => /\/Type \/Font\b/.test(text))
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) {
    if (/\/Subtype \/(Type3|Type0)\b/.test(font)) continue
    const [, descriptor = ''] = /\/FontDescriptor (\d+) 0 R/.exec(font) ?? []
    expect(objects.get(descriptor)).toMatch(/\/FontFile[23]? /)
  }
}

/**
 * Each page's text without spaces, which PDFs place as they like. Where a character shares its glyph with a radical, Chromium writes the
 * radical; Unicode has a mapping back for all but a few, 民 among them.
 */
async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
  return Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .normalize('NFKC')
        .replaceAll('⺠', '民')
        .replaceAll(/\s/g, '')
    }),
  )
}
