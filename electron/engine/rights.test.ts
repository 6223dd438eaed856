import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EngineForTests, engineForTests, writePhoto } from './engine-for-tests.js'

/** What a photo may be used for, and an editor's decision against it, through the engine's commands on real files. */

let desk: EngineForTests
beforeEach(async () => {
  desk = await engineForTests()
  await desk.engine.invoke('archive.create', { folder: desk.at('圖庫') })
})
afterEach(() => desk.close())

const invoke: EngineForTests['engine']['invoke'] = (name, input) => desk.engine.invoke(name, input)

async function storyOfTwo() {
  for (const number of [1, 2]) await writePhoto(desk.at(`IMG_${number}.jpg`), number, { width: 40, height: 30 })
  const { jobId } = await invoke('import.start', { paths: [desk.at('IMG_1.jpg'), desk.at('IMG_2.jpg')] })
  const [first = '', second = ''] = (await desk.finished('import', jobId)).result.imported.map(({ id }) => id)
  const { story } = await invoke('stories.create', { headline: '水災' })
  await invoke('stories.addPhotos', { id: story.id, photoIds: [first, second] })
  return { first, second, story }
}
const photo = async (id: string) => (await invoke('photos.get', { ids: [id] })).photos[0]

test('“do not use” stops an export; an editor’s reason lets it through, and stays in record, history and manifest', async () => {
  const { first, second, story } = await storyOfTwo()
  await invoke('photos.edit', { ids: [first], set: { doNotUse: '當事人撤回同意' } })
  await invoke('photos.edit', { ids: [second], set: { sensitive: '未成年受害人' } })
  const request = { storyId: story.id, destination: desk.folder }
  await expect(invoke('export.start', request)).rejects.toMatchObject({
    code: 'checks-failed',
    detail: { blocking: [{ photoId: first, rule: 'do-not-use' }] },
  })
  await expect(invoke('export.start', { ...request, override: '  ' })).rejects.toMatchObject({ code: 'invalid-input' })
  expect((await photo(first))?.overrides).toEqual([])

  const { jobId } = await invoke('export.start', { ...request, override: '已取得書面同意' })
  const { result } = await desk.finished('export', jobId)
  const decision = { by: '田城', note: '已取得書面同意' }
  expect((await photo(first))?.overrides).toMatchObject([
    { ...decision, storyId: story.id, story: '水災', rules: ['do-not-use'] },
  ])
  expect((await photo(second))?.overrides).toEqual([])
  const manifest: unknown = JSON.parse(await readFile(path.join(result.destination, 'data', 'cutline.json'), 'utf8'))
  expect(manifest).toMatchObject({
    override: { ...decision, photos: [{ id: first, file: 'IMG_1.jpg', rules: ['do-not-use'] }] },
  })

  // It is no edit that Undo takes back, and the next export asks again.
  await invoke('edits.undo', {})
  expect((await photo(first))?.overrides).toHaveLength(1)
  await expect(invoke('export.start', request)).rejects.toMatchObject({ code: 'checks-failed' })
})

test('a reason lets nothing through that other house rules stop', async () => {
  const { first, story } = await storyOfTwo()
  await invoke('photos.edit', { ids: [first], set: { doNotUse: '法院禁令' } })
  await invoke('desk.put', {
    records: [{ kind: 'checks', id: 'checks', levels: { 'no-caption': 'block' }, longest: 200 }],
  })
  const request = { storyId: story.id, destination: desk.folder, override: '主編核准' }
  await expect(invoke('export.start', request)).rejects.toMatchObject({ code: 'checks-failed' })
  expect((await photo(first))?.overrides).toEqual([])
})
