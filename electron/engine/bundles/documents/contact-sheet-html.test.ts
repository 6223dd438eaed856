import { expect, test } from 'vitest'
import { bundlePhotos, photoRecord, storyOf } from '../story-for-tests.js'
import { contactSheetHtml } from './contact-sheet-html.js'
import { pictureForTests } from './documents-for-tests.js'
import { labelsIn } from './labels.js'

test('a grid of all photos that asks nothing of any network, its heading where pages repeat it', async () => {
  const photos = [photoRecord(1), photoRecord(2, { caption: '<script>', credit: '' }), photoRecord(3, { caption: '' })]
  const picture = await pictureForTests(300, 200)
  const article = {
    story: storyOf(photos),
    photos: bundlePhotos(photos),
    language: 'zh-Hant' as const,
    labels: labelsIn('zh-Hant'),
  }
  let html = ''
  for await (const piece of contactSheetHtml(article, () => Promise.resolve(picture))) html += piece
  expect(html).toContain("default-src 'none'; img-src data:")
  expect(html).not.toMatch(/https?:|<script|<link/)
  expect(html).toMatch(/<thead><tr><th><h1>端午龍舟賽<\/h1>/)
  expect(html.match(/<figure>/g)).toHaveLength(3)
  expect([...html.matchAll(/class="file">([^<]*)</g)].map(([, text]) => text)).toEqual([
    '1. 端午龍舟賽-01.jpg',
    '2. 端午龍舟賽-02.jpg',
    '3. 端午龍舟賽-03.jpg',
  ])
  expect([...html.matchAll(/class="caption">([^<]*)</g)].map(([, text]) => text)).toEqual([
    '龍舟選手衝線',
    '&lt;script&gt;',
    '（無圖片說明）',
  ])
})
