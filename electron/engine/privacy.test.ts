import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { exiftool } from 'exiftool-vendored'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Privacy, removeAll, type StoryId } from '#contract'
import { writePrivateOriginal } from './bundles/private-original-for-tests.js'
import { type EngineForTests, engineForTests } from './engine-for-tests.js'

/** What leaves with pictures is chosen for one export, through the real engine. */

let desk: EngineForTests
let storyId: StoryId

beforeAll(async () => {
  desk = await engineForTests()
  await desk.engine.invoke('archive.create', { folder: desk.at('圖庫') })
  await writePrivateOriginal(desk.at('來源.jpg'))
  const { jobId } = await desk.engine.invoke('import.start', { paths: [desk.at('來源.jpg')] })
  const photoIds = (await desk.finished('import', jobId)).result.imported.map(({ id }) => id)
  storyId = (await desk.engine.invoke('stories.create', { headline: '端午' })).story.id
  await desk.engine.invoke('stories.addPhotos', { id: storyId, photoIds })
})
afterAll(async () => {
  await desk.close()
  await exiftool.end()
})

async function left(preset: string, privacy?: Privacy) {
  const destination = desk.at(`${preset}-${JSON.stringify(privacy ?? null).length}`)
  await mkdir(destination)
  const { jobId } = await desk.engine.invoke('export.start', { storyId, destination, preset, privacy })
  const { result } = await desk.finished('export', jobId)
  const picture = result.files.find((file) => file.path.endsWith('.jpg'))
  const tags = await exiftool.read(path.join(result.destination, picture?.path ?? ''))
  return { gps: tags.GPSLatitude !== undefined, serialNumbers: tags.SerialNumber !== undefined }
}

test.each([
  ['web', undefined, { gps: false, serialNumbers: false }],
  ['web', { ...removeAll, gps: 'keep' }, { gps: true, serialNumbers: false }],
  ['original-embedded', undefined, { gps: true, serialNumbers: true }],
  ['original-embedded', removeAll, { gps: false, serialNumbers: false }],
  // Byte for byte is byte for byte.
  ['original', removeAll, { gps: true, serialNumbers: true }],
] as const)('%s, %j', async (preset, privacy, expected) => {
  expect(await left(preset, privacy)).toEqual(expected)
})
