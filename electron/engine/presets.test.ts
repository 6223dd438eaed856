import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ExportPreset, exportPresets } from '#contract'
import { previewFile } from './archive/cache-files.js'
import { type EngineForTests, engineForTests, writePhoto } from './engine-for-tests.js'

/** Presets of the desk's own, through the real engine. */

let desk: EngineForTests
let storyId: string
const web = exportPresets.find(({ id }) => id === 'web')!
const own: ExportPreset = {
  ...web,
  id: 'weekend',
  name: '週末版',
  longEdge: 300,
  fileName: 'W-{seq:3}',
  documents: ['ninjs'],
}

beforeEach(async () => {
  desk = await engineForTests()
  await desk.engine.invoke('archive.create', { folder: desk.at('圖庫') })
  for (const number of [1, 2]) await writePhoto(desk.at(`${number}.jpg`), number, { width: 1200, height: 900 })
  storyId = (await desk.engine.invoke('stories.create', { headline: '龍舟賽' })).story.id
  const { jobId } = await desk.engine.invoke('import.start', { paths: [desk.at('1.jpg'), desk.at('2.jpg')], storyId })
  await desk.finished('import', jobId)
})
afterEach(() => desk.close())

const ids = async () => (await desk.engine.invoke('presets.list', {})).presets.map(({ id }) => id)

test('a preset is stored in the archive, exports by its name, and goes again', async () => {
  expect(await ids()).toEqual(exportPresets.map(({ id }) => id))
  expect(await desk.engine.invoke('presets.put', { preset: own })).toEqual({ changed: 1 })
  expect(await desk.engine.invoke('presets.put', { preset: own })).toEqual({ changed: 0 })
  await desk.engine.invoke('archive.close', {})
  await desk.engine.invoke('archive.open', { folder: desk.at('圖庫') })
  expect((await desk.engine.invoke('presets.list', {})).presets.at(-1)).toEqual(own)

  await mkdir(desk.at('出'))
  const started = await desk.engine.invoke('export.start', { storyId, destination: desk.at('出'), preset: 'weekend' })
  const { result } = await desk.finished('export', started.jobId)
  expect((await readdir(path.join(result.destination, 'data'))).sort()).toEqual(
    ['W-001.jpg', 'W-002.jpg', 'cutline.json', 'ninjs.json'].sort(),
  )
  expect(await desk.engine.invoke('presets.remove', { id: 'weekend' })).toEqual({ changed: 1 })
  expect(await ids()).toEqual(exportPresets.map(({ id }) => id))
})

test('a preset that comes with Cutline is not replaced, and a wrong template is not stored', async () => {
  await expect(desk.engine.invoke('presets.put', { preset: web })).rejects.toMatchObject({ code: 'invalid-input' })
  const wrong = { ...own, fileName: '{nope}' }
  await expect(desk.engine.invoke('presets.put', { preset: wrong })).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(desk.engine.invoke('presets.preview', { storyId, preset: wrong })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  expect(await ids()).toEqual(exportPresets.map(({ id }) => id))
})

test('a preview tells names at once, and size and look of one picture when asked', async () => {
  const preview = (preset: ExportPreset, picture = false) =>
    desk.engine.invoke('presets.preview', { storyId, preset, picture })
  expect(await preview(own)).toEqual({ names: ['W-001.jpg', 'W-002.jpg'], bytes: null, picture: null })
  const { names, bytes, picture } = await preview({ ...own, rendition: 'webp' }, true)
  expect(names).toEqual(['W-001.webp', 'W-002.webp'])
  expect(bytes).toBeGreaterThan(0)
  const { cacheFolder } = (await desk.engine.invoke('archive.info', {}))!
  expect(await sharp(previewFile(cacheFolder, picture!)).metadata()).toMatchObject({ format: 'jpeg', width: 300 })
  const copies = await preview({ ...own, rendition: 'copy' }, true)
  expect(copies).toMatchObject({ names: ['W-001.jpg', 'W-002.jpg'], picture: null })
})

test('presets of earlier versions are read with what they did', () => {
  const { documents, beside, sharpening, metadata, watermark, name } = ExportPreset.parse({
    id: 'web',
    rendition: 'jpeg',
    longEdge: 1920,
    quality: 85,
    keepGps: true,
    fileName: '{file}',
  })
  expect({ documents, beside, sharpening, metadata, watermark, name }).toEqual({
    documents: ['captions-text', 'captions-csv', 'article-html'],
    beside: [],
    sharpening: 'none',
    metadata: 'all',
    watermark: '',
    name: '',
  })
})
