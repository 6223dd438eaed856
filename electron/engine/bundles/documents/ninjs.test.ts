import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import formats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyStory } from '../generated-stories-for-tests.js'
import { bundlePhotos, photoRecord, storyOf } from '../story-for-tests.js'
import { ninjsOf } from './ninjs.js'

const schemaFile = path.resolve('../shared/standards/ninjs-schema_3.1.json')
const there = existsSync(schemaFile)
const exportedAt = new Date('2026-06-20T00:00:00Z')

function validator() {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  // The package is CommonJS, and its types leave open where its function stands: under `default`.
  const { default: addFormats } = formats as unknown as { default: (to: Ajv2020) => unknown }
  addFormats(ajv)
  // What the schema refers to elsewhere; nothing of it is used here.
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json' })
  return ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object)
}

test('a story with its photos as associations and renditions', () => {
  const photos = [
    photoRecord(1, { takenAt: '2026-06-19T09:30:00+08:00', rightsUrl: 'https://example.org/權', people: ['吳坤'] }),
    photoRecord(2),
  ]
  const rendered = bundlePhotos(photos).map((photo) => ({ ...photo, width: 1920, height: 1280 }))
  const files = rendered.map(({ file }) => ({ path: file, bytes: 5, sha256: '00'.repeat(32) }))
  const ninjs = ninjsOf({ story: storyOf(photos), photos: rendered, files, language: 'zh-Hant', exportedAt })
  expect(ninjs).toMatchObject({
    uri: 'urn:uuid:0199c0de-0000-7000-9000-000000000001',
    type: 'text',
    language: 'zh-Hant',
    by: '記者 田城',
    headlines: [{ value: '端午龍舟賽' }],
    bodies: [
      { contentType: 'text/plain', value: '第一段。\n\n第二段。', charCount: 10 },
      { contentType: 'text/html', value: '<p>第一段。</p>\n<p>第二段。</p>' },
    ],
    associations: [
      {
        name: 'photo-1',
        type: 'picture',
        by: '田城、柯陽',
        contentCreated: '2026-06-19T09:30:00+08:00',
        descriptions: [{ role: 'caption', value: '龍舟選手衝線' }],
        people: [{ name: '吳坤' }],
        rightsInfo: { linkedRights: 'https://example.org/%E6%AC%8A' },
        renditions: [
          {
            title: '端午龍舟賽-01.jpg',
            contentType: 'image/jpeg',
            width: 1920,
            sizeInBytes: 5,
            href: `ni:///sha-256;${'A'.repeat(43)}`,
          },
        ],
      },
      { name: 'photo-2', renditions: [{ title: '端午龍舟賽-02.jpg' }] },
    ],
  })
  // Whose clock it was is not known.
  expect(ninjs.associations?.[1]).not.toHaveProperty('contentCreated')
})

test.skipIf(!there)('is valid against the schema, whatever the story says (skipped where the schema is absent)', () => {
  const validate = validator()
  fc.assert(
    fc.property(anyStory, fc.constantFrom('zh-Hant' as const, 'en' as const), (story, language) => {
      const document: unknown = JSON.parse(JSON.stringify(ninjsOf({ ...story, language, exportedAt })))
      expect(validate(document), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test.skipIf(!there)('the schema refuses what is none (skipped where the schema is absent)', () => {
  const validate = validator()
  expect(validate({ uri: 'urn:x:1', nonsense: 1 })).toBe(false)
  expect(validate({ uri: 'urn:x:1', associations: [{ name: 'a' }] })).toBe(false)
})
