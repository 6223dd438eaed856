import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import type { Language, Photo, Story } from '#contract'
import { anyStory } from '../generated-stories-for-tests.js'
import { bundlePhotos, photoRecord, storyOf } from '../story-for-tests.js'
import { articleWord } from './article-word.js'
import { elementsOf, partsOf, pictureForTests, xmlOf } from './documents-for-tests.js'
import { labelsIn } from './labels.js'

const run = promisify(execFile)
const picture = await pictureForTests()

function word(photos: readonly Photo[], changes: Partial<Story> = {}, language: Language = 'zh-Hant'): Promise<Buffer> {
  return articleWord(
    {
      story: storyOf(photos, changes),
      photos: bundlePhotos(photos, changes),
      language,
      labels: labelsIn(language),
      archive: { name: '本報圖庫' },
    },
    () => Promise.resolve(picture),
  )
}

test('headline, byline, first photo with caption and credit, text, the other photos', async () => {
  const document = await word([
    photoRecord(1),
    photoRecord(2, { caption: '第一行\n第二行', credit: '', altText: '兩岸觀眾' }),
  ])
  const { value } = await mammoth.convertToHtml(
    { buffer: document },
    {
      styleMap: [
        "p[style-name='Caption'] => p.caption",
        "p[style-name='Credit'] => p.credit",
        "p[style-name='Byline'] => p.byline",
      ],
    },
  )
  const order = [
    '<h1>端午龍舟賽</h1>',
    '<p class="byline">記者 田城</p>',
    '<img alt="龍舟選手衝線"',
    '<p class="caption">龍舟選手衝線</p><p class="credit">通訊員 供圖</p>',
    '<p>第一段。</p><p>第二段。</p>',
    '<img alt="兩岸觀眾"',
    '<p class="caption">第一行<br />第二行</p>',
  ]
  let from = 0
  for (const part of order) {
    const at = value.indexOf(part, from)
    expect(at, part).toBeGreaterThanOrEqual(from)
    from = at + part.length
  }
})

test.each<[Language, string, string]>([
  ['zh-Hant', 'zh-TW', 'PMingLiU'],
  ['zh-Hans', 'zh-CN', 'SimSun'],
  ['en', 'en-GB', 'PMingLiU'],
])('in %s: the language is set, East Asian fonts are named, pages are numbered', async (language, code, face) => {
  const parts = await partsOf(await word([photoRecord(1)], {}, language))
  const styles = xmlOf(parts.get('word/styles.xml'))
  const defaults = elementsOf(styles, 'w:docDefaults')[0]!
  expect(elementsOf(defaults, 'w:lang')[0]?.getAttribute('w:val')).toBe(code)
  expect(elementsOf(defaults, 'w:rFonts')[0]?.getAttribute('w:eastAsia')).toBe(face)
  const [header] = [...parts].filter(([name]) => /^word\/header\d+\.xml$/.test(name))
  const [footer] = [...parts].filter(([name]) => /^word\/footer\d+\.xml$/.test(name))
  expect(xmlOf(header?.[1]).documentElement.textContent).toBe('本報圖庫　端午龍舟賽')
  const instructions = elementsOf(xmlOf(footer?.[1]), 'w:instrText').map((each) => each.textContent)
  expect(instructions).toEqual(['PAGE', 'NUMPAGES'])
})

test('a picture keeps its shape and fits on the page above its caption', async () => {
  const parts = await partsOf(await word([photoRecord(1)]))
  const extent = elementsOf(xmlOf(parts.get('word/document.xml')), 'wp:extent')[0]!
  const [width, height] = ['cx', 'cy'].map((side) => Number(extent.getAttribute(side)) / 9525)
  expect(width).toBe(604)
  expect(height).toBeCloseTo((604 * 800) / 1200, 0)
})

test('any words make a document whose parts are well-formed XML', async () => {
  await fc.assert(
    fc.asyncProperty(anyStory, async ({ story, photos }) => {
      const document = await articleWord(
        { story, photos, language: 'zh-Hans', labels: labelsIn('zh-Hans'), archive: { name: '甲' } },
        () => Promise.resolve(picture),
      )
      for (const [name, part] of await partsOf(document)) if (/\.(xml|rels)$/.test(name)) xmlOf(part)
    }),
    { numRuns: 12 },
  )
})

const hasOffice = await run('soffice', ['--version']).then(
  () => true,
  () => false,
)

test.skipIf(!hasOffice)(
  'LibreOffice opens it and prints it (skipped where it is not installed)',
  { timeout: 120_000 },
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'cutline-word-'))
    try {
      await writeFile(path.join(folder, 'article.docx'), await word([photoRecord(1), photoRecord(2)]))
      const profile = `-env:UserInstallation=file://${folder}/profile`
      await run('soffice', [
        profile,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        path.join(folder, 'article.docx'),
      ])
      expect((await readFile(path.join(folder, 'article.pdf'))).subarray(0, 5).toString()).toBe('%PDF-')
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
)
