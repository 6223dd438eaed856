import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyStory } from '../generated-stories-for-tests.js'
import { bundlePhotos, photoRecord, storyOf } from '../story-for-tests.js'
import { articleMarkdown } from './article-markdown.js'
import { articleText } from './article-text.js'
import { labelsIn } from './labels.js'

const photos = [photoRecord(1, { caption: '一句 *圖說*\n第二行' }), photoRecord(2, { caption: '觀眾', credit: '' })]
const article = {
  story: storyOf(photos, { text: '【本報訊】第一段。\n\n1. 第二段 <b>' }),
  photos: bundlePhotos(photos),
  language: 'zh-Hant' as const,
  labels: labelsIn('zh-Hant'),
}

test('as plain text, for every Windows editor', () => {
  expect(articleText(article)).toBe(
    [
      '\ufeff端午龍舟賽',
      '',
      '記者 田城',
      '',
      '[圖 1：端午龍舟賽-01.jpg]',
      '一句 *圖說*',
      '第二行',
      '通訊員 供圖',
      '',
      '【本報訊】第一段。',
      '',
      '1. 第二段 <b>',
      '',
      '[圖 2：端午龍舟賽-02.jpg]',
      '觀眾',
      '',
    ].join('\r\n'),
  )
})

test('as Markdown, with pictures from beside it and nothing of the story taken for markup', () => {
  const folder = encodeURI('端午龍舟賽')
  expect(articleMarkdown(article)).toBe(`# 端午龍舟賽

*記者 田城*

![一句 \\*圖說\\* 第二行](<${folder}-01.jpg>)

一句 \\*圖說\\*\\
第二行

*通訊員 供圖*

【本報訊】第一段。

1\\. 第二段 \\<b\\>

![觀眾](<${folder}-02.jpg>)

觀眾
`)
})

test('no words make markup of their own', () => {
  fc.assert(
    fc.property(anyStory, ({ story, photos: own }) => {
      const markdown = articleMarkdown({ ...article, story, photos: own })
      const bare = markdown.replace(/\\[\s\S]/g, '').replace(/^!?\[[^\]]*\]\(<[^>]*>\)$/gm, '')
      expect(bare).not.toMatch(/[<[`]/)
      expect(bare.match(/^#/gm)).toHaveLength(1)
    }),
  )
})
