import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ExportPreset } from '#contract'
import type { Imaging } from '../imaging/imaging.js'
import { type Children, type Desk, jobThat, openDesk, startChildren } from './desk-for-tests.js'
import { exportBundle } from './export-bundle.js'
import { RenditionCache } from './rendition-cache.js'
import { preset } from './story-for-tests.js'

let children: Children
let desk: Desk
/** Originals that were decoded, by their paths. */
let decoded: string[]
let imaging: Imaging
beforeAll(() => {
  children = startChildren()
})
beforeEach(async () => {
  desk = await openDesk(children)
  decoded = []
  imaging = {
    ...children.imaging,
    rendition: (from, to, making) => {
      if (from.startsWith(path.dirname(desk.destination)) && !from.includes('.cutline-export-')) decoded.push(from)
      return children.imaging.rendition(from, to, making)
    },
  }
})
afterEach(() => desk.close())
afterAll(() => children.close())

const folder = () => path.join(path.dirname(desk.destination), 'cache')

/** With `web`, each photo's original is decoded twice: for its file, and for the article's pictures. */
async function exported(
  changes: Partial<ExportPreset> = {},
  photos = desk.photos,
  cache = new RenditionCache(folder()),
) {
  decoded = []
  const { metadata } = children
  const result = await exportBundle(
    {
      story: desk.story,
      photos: new Map(photos.map((photo) => [photo.id, photo])),
      originalPath: (of) => desk.originalPath(of),
      preset: preset('web', { longEdge: 640, ...changes }),
      zip: false,
      destination: desk.destination,
      language: 'zh-Hant',
      archive: { id: '0199c0de-0000-7000-a000-000000000001', name: '本報圖庫' },
      history: () => Promise.resolve([]),
    },
    { imaging, metadata, renditions: cache, job: jobThat() },
  )
  const pictures = result.files.filter(({ path: file }) => file.endsWith('.jpg'))
  return { ...result, pictures }
}

test('exported again, nothing is decoded and every picture has the same bytes', async () => {
  const first = await exported()
  expect(first.reused).toBe(0)
  expect(decoded).toHaveLength(6)
  const again = await exported()
  expect(again).toMatchObject({ reused: 3, receipt: { problems: [] } })
  expect(decoded).toEqual([])
  expect(again.pictures).toEqual(first.pictures)
})

test('a changed caption is written into the picture that is there; changed choices make it anew', async () => {
  const first = await exported()
  const [one, ...others] = desk.photos
  const edited = await exported({}, [{ ...one!, caption: '改過的說明' }, ...others])
  expect(edited).toMatchObject({ reused: 3, receipt: { problems: [] } })
  expect(decoded).toEqual([])
  expect(edited.pictures[0]!.sha256).not.toBe(first.pictures[0]!.sha256)
  expect(edited.pictures.slice(1)).toEqual(first.pictures.slice(1))
  for (const change of [{ longEdge: 500 }, { quality: 60 }, { sharpening: 'print' as const }, { watermark: '本報' }]) {
    expect((await exported(change)).reused, JSON.stringify(change)).toBe(0)
    expect(decoded).toHaveLength(3)
  }
})

test('a damaged or deleted cache costs time alone', async () => {
  const first = await exported()
  for (const name of await readdir(folder())) {
    if (!name.endsWith('.json')) await writeFile(path.join(folder(), name), 'damaged')
  }
  const mended = await exported()
  expect(mended).toMatchObject({ reused: 0, pictures: first.pictures })
  await rm(folder(), { recursive: true })
  expect(await exported()).toMatchObject({ reused: 0, pictures: first.pictures })
})

test('it keeps to its size, the pictures used last', async () => {
  await exported()
  await new RenditionCache(folder(), 20_000).trim()
  const left = await readdir(folder())
  const sizes = await Promise.all(left.map(async (name) => (await stat(path.join(folder(), name))).size))
  expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(20_000)
  expect((await exported()).receipt?.problems).toEqual([])
})
