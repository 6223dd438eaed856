import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyStory } from '../generated-stories-for-tests.js'
import { bundlePhotos, photoRecord, storyOf } from '../story-for-tests.js'
import { newsMl } from './newsml.js'
import { xmlText } from './xml-text.js'

const run = promisify(execFile)
const schema = path.resolve('../shared/standards/newsml-g2/NewsML-G2_2.35-spec-All-Power.xsd')
const hasXmllint = await run('xmllint', ['--version']).then(
  () => true,
  () => false,
)
const canValidate = hasXmllint && existsSync(schema)
const about = {
  language: 'zh-Hant' as const,
  exportedAt: new Date('2026-06-20T00:00:00Z'),
  archive: { id: '0199c0de-0000-7000-a000-000000000001', name: '本報圖庫' },
}

const textsOf = (xml: string, name: string) => {
  const elements = new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagName(name)
  return Array.from({ length: elements.length }, (_, at) => elements.item(at)?.textContent ?? '')
}

test('a package that refers to its text and pictures, each an item with captions and credits', () => {
  const photos = [photoRecord(1), photoRecord(2, { caption: 'A <b> & "c"', credit: '' })]
  const rendered = bundlePhotos(photos).map((photo) => ({ ...photo, width: 1920, height: 1280 }))
  const files = rendered.map(({ file }) => ({ path: file, bytes: 5, sha256: '00'.repeat(32) }))
  const xml = newsMl({ story: storyOf(photos), photos: rendered, files, ...about })
  expect(textsOf(xml, 'itemRef')).toHaveLength(3)
  expect(textsOf(xml, 'newsItem')).toHaveLength(3)
  expect(textsOf(xml, 'description')).toEqual(['龍舟選手衝線', 'A <b> & "c"'])
  expect(textsOf(xml, 'creditline')).toEqual(['通訊員 供圖'])
  expect(textsOf(xml, 'fileName')).toEqual(['端午龍舟賽-01.jpg', '端午龍舟賽-02.jpg'])
  expect(xml).toContain('size="5" contenttype="image/jpeg" width="1920" height="1280"')
})

test.skipIf(!canValidate)(
  'is valid against the XSD, whatever the story says (skipped without xmllint or the XSD)',
  { timeout: 120_000 },
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'cutline-newsml-'))
    try {
      const stories = fc.sample(anyStory, { numRuns: 60, seed: 20260620 })
      const names: string[] = []
      for (const [at, story] of stories.entries()) {
        const xml = newsMl({ ...story, ...about })
        expect(textsOf(xml, 'description').length).toBeGreaterThanOrEqual(
          story.photos.filter(({ printedCaption }) => printedCaption.trim() !== '').length,
        )
        if (story.story.headline.trim() !== '') {
          expect(textsOf(xml, 'headline')[0]).toBe(xmlText(story.story.headline).replace(/\r\n?/g, '\n'))
        }
        names.push(path.join(folder, `${at}.xml`))
        await writeFile(names.at(-1) ?? '', xml)
      }
      // Rejects with what is wrong where one is not valid.
      await run('xmllint', ['--noout', '--nonet', '--schema', schema, ...names])
      const wrong = path.join(folder, 'wrong.xml')
      const right = await readFile(names[0] ?? '', 'utf8')
      await writeFile(wrong, right.replace('<itemMeta>', '<itemMeta><nonsense/>'))
      await expect(run('xmllint', ['--noout', '--nonet', '--schema', schema, wrong])).rejects.toThrow('nonsense')
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
)
