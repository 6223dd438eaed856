import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Language, Photo, Story } from '#contract'
import { paragraphs } from './article.js'
import { articleHtml, escapeHtml } from './article-html.js'
import { bundlePhotos, photoRecord, storyOf } from '../story-for-tests.js'
import { labelsIn } from './labels.js'

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xd9])

async function article(photos: Photo[], changes: Partial<Story> = {}, language: Language = 'zh-Hant'): Promise<string> {
  const story = storyOf(photos, changes)
  const pieces = articleHtml(
    { story, photos: bundlePhotos(photos, changes), language, labels: labelsIn(language) },
    () => Promise.resolve({ jpeg, width: 1200, height: 800 }),
  )
  let html = ''
  for await (const piece of pieces) html += piece
  return html
}

/** Text of the elements that begin with `<tag`, tags removed and entities resolved, as a reader sees it. */
function texts(html: string, tag: string): string[] {
  const [name = ''] = tag.split(' ')
  return [...html.matchAll(new RegExp(`<${tag}[^>]*>([^<]*)</${name}>`, 'g'))].map(([, inner]) => decoded(inner ?? ''))
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, number: string | undefined, name: string) =>
    number ? String.fromCharCode(Number(number)) : { amp: '&', lt: '<', gt: '>', quot: '"' }[name]!,
  )
}

/** HTML cannot hold these; the exporter puts U+FFFD in their place. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const representable = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd')

test('the article shows the first photo, the text, the other photos, with captions and credits', async () => {
  const html = await article([photoRecord(1), photoRecord(2, { caption: '觀眾', credit: '', headline: '兩岸' })])
  expect(html).toMatch(/^<!doctype html>\n<html lang="zh-Hant">/)
  expect(texts(html, 'h1')).toEqual(['端午龍舟賽'])
  expect(texts(html, 'title')).toEqual(['端午龍舟賽'])
  expect(texts(html, 'p class="byline"')).toEqual(['記者 田城'])
  expect(texts(html, 'p class="caption"')).toEqual(['龍舟選手衝線', '觀眾'])
  expect(texts(html, 'p class="credit"')).toEqual(['通訊員 供圖'])
  expect([...html.matchAll(/ alt="([^"]*)"/g)].map(([, alt]) => alt)).toEqual(['龍舟選手衝線', '兩岸'])
  const order = ['圖', '<figure>', '<div class="text">', '第一段。', '第二段。', '<figure>', '</html>']
  order.slice(1).reduce((from, part) => {
    const at = html.indexOf(part, from)
    expect(at, part).toBeGreaterThan(from)
    return at
  }, 0)
})

test('it asks nothing of any network, and its policy forbids it', async () => {
  const html = await article([photoRecord(1)])
  expect(html).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">`,
  )
  expect(html).not.toMatch(/https?:|url\(|@import|<script|<link|<iframe/)
  expect([...html.matchAll(/ src="([^"]{0,22})/g)].map(([, source]) => source)).toEqual(['data:image/jpeg;base64'])
  expect(html).toContain(`base64,${jpeg.toString('base64')}"`)
})

test('a story without words says so in the language asked', async () => {
  const html = await article(
    [photoRecord(1, { caption: '', credit: '' })],
    { headline: ' ', byline: '', text: '' },
    'en',
  )
  expect(html).toContain('<html lang="en">')
  expect(texts(html, 'h1')).toEqual(['(no headline)'])
  expect(html).toContain(' alt="Photo 1"')
  expect(html).not.toContain('<figcaption>')
})

const hostile = fc.constantFrom(
  '</p><script>alert(1)</script>',
  '" onerror="x',
  "'",
  '&amp;',
  '&#0;',
  '<!--',
  ']]>',
  '\r\n',
  '🎉',
)
const anyText = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 6 })
  .map((parts) => `x${parts.join('')}x`)

test('any text is escaped and reads back equal', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, anyText, async (caption, credit, headline) => {
      const plain = await article([photoRecord(1, { caption: 'x', credit: 'x' })], { headline: 'x', byline: 'x' })
      const html = await article([photoRecord(1, { caption, credit })], { headline, byline: credit })
      expect(texts(html, 'p class="caption"')).toEqual([representable(caption)])
      expect(texts(html, 'p class="credit"')).toEqual([representable(credit)])
      expect(texts(html, 'p class="byline"')).toEqual([representable(credit)])
      expect(texts(html, 'h1')).toEqual([representable(headline)])
      expect(decoded(/ alt="([^"]*)"/.exec(html)![1]!)).toBe(representable(caption))
      // The same tags in the same places as with harmless words.
      const tags = (page: string) => page.match(/<[^>]*>/g)?.map((tag) => tag.replace(/ alt="[^"]*"/, ''))
      expect(tags(html)).toEqual(tags(plain))
    }),
    { numRuns: 200 },
  )
})

test.each([
  ['甲\n\n乙', ['甲', '乙']],
  ['甲\r\n \r\n\r\n乙\r\n丙\r\n', ['甲', '乙\n丙']],
  ['\n\n　\n\n　　甲', ['　　甲']],
  ['', []],
])('paragraphs of %o', (text, expected) => {
  expect(paragraphs(text)).toEqual(expected)
})

test('escaping covers both quotes', () => {
  expect(escapeHtml(`<a href="x" title='y'>&</a>`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;',
  )
})
