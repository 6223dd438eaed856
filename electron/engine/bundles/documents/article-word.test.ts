import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import mammoth from 'mammoth'
import sharp from 'sharp'
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

const has = (program: string, ...args: string[]) =>
  run(program, args).then(
    () => true,
    () => false,
  )
const canPrint = (await has('soffice', '--version')) && (await has('pdftoppm', '-v'))

/** A box on a page, in points from its upper left corner. */
interface Words {
  readonly page: number
  readonly text: string
  readonly left: number
  readonly top: number
}

/** The words of a PDF with their places, page by page. */
async function wordsOf(pdf: string): Promise<Words[]> {
  const { stdout } = await run('pdftotext', ['-bbox', pdf, '-'])
  return stdout.split('<page ').flatMap((page, at) =>
    [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</g)].map(([, left, top, text]) => ({
      page: at,
      text: text ?? '',
      left: Number(left),
      top: Number(top),
    })),
  )
}

test.skipIf(!canPrint)(
  'LibreOffice prints it: each photo stands on the page with its caption under it (skipped without LibreOffice and poppler)',
  { timeout: 120_000 },
  async () => {
    const colours = { 龍舟衝線: [200, 40, 40], 兩岸觀眾: [40, 160, 60], 頒獎: [40, 60, 200] }
    const captions = Object.keys(colours)
    const photos = captions.map((caption, at) => photoRecord(at + 1, { caption, credit: '通訊員 供圖' }))
    const pictures = await Promise.all(
      Object.values(colours).map(async ([r = 0, g = 0, b = 0]) => ({
        jpeg: await sharp({ create: { width: 1200, height: 800, channels: 3, background: { r, g, b } } })
          .jpeg()
          .toBuffer(),
        width: 1200,
        height: 800,
      })),
    )
    const document = await articleWord(
      {
        story: storyOf(photos),
        photos: bundlePhotos(photos),
        language: 'zh-Hant',
        labels: labelsIn('zh-Hant'),
        archive: { name: '本報圖庫' },
      },
      ({ photo }) => Promise.resolve(pictures[photos.findIndex(({ id }) => id === photo.id)] ?? picture),
    )
    const folder = await mkdtemp(path.join(tmpdir(), 'cutline-word-'))
    try {
      const [docx, pdf] = ['article.docx', 'article.pdf'].map((name) => path.join(folder, name)) as [string, string]
      await writeFile(docx, document)
      const profile = `-env:UserInstallation=file://${folder}/profile`
      await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, docx])
      // 72 dots per inch: a dot is a point.
      await run('pdftoppm', ['-r', '72', '-png', pdf, path.join(folder, 'page')])
      const pages = (await readdir(folder)).filter((name) => name.startsWith('page')).sort()
      const words = await wordsOf(pdf)
      for (const [caption, colour] of Object.entries(colours)) {
        const place = words.find(({ text }) => text.includes(caption))
        if (place === undefined) throw new Error(`${caption} is on no page: ${words.map(({ text }) => text).join(' ')}`)
        const dot = await sharp(path.join(folder, pages[place.page - 1] ?? ''))
          .extract({ left: Math.round(place.left) + 10, top: Math.round(place.top) - 40, width: 1, height: 1 })
          .removeAlpha()
          .raw()
          .toBuffer()
        for (const [at, value] of colour.entries()) expect(Math.abs((dot[at] ?? 0) - value)).toBeLessThan(12)
        expect(
          words.some(({ page, text, top }) => page === place.page && top >= place.top && text.includes('供圖')),
        ).toBe(true)
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
)
