import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openArchive } from './archive/folder-archive.js'
import { type EngineForTests, engineForTests, writePhoto } from './engine-for-tests.js'

/** The trash, and deleting for good, through the engine's commands on real files. */

let desk: EngineForTests
beforeEach(async () => {
  desk = await engineForTests()
  await desk.engine.invoke('archive.create', { folder: desk.at('圖庫') })
})
afterEach(() => desk.close())

const invoke: EngineForTests['engine']['invoke'] = (name, input) => desk.engine.invoke(name, input)
const photos = async (...ids: string[]) => (await invoke('photos.get', { ids })).photos

async function imported(...numbers: number[]) {
  const paths = numbers.map((number) => desk.at(`IMG_${number}.jpg`))
  for (const number of numbers) await writePhoto(desk.at(`IMG_${number}.jpg`), number, { width: 40, height: 30 })
  const { jobId } = await invoke('import.start', { paths })
  return (await desk.finished('import', jobId)).result
}
async function originals(): Promise<string[]> {
  const names = await readdir(desk.at('圖庫', 'originals'), { recursive: true })
  return names
    .map((name) => path.basename(name))
    .filter((name) => name.startsWith('IMG_'))
    .sort()
}
async function reopened() {
  await invoke('archive.close', {})
  await invoke('archive.open', { folder: desk.at('圖庫') })
}

test('photos go into the trash and come back in one edit each, and Undo turns both round', async () => {
  const [one = '', two = ''] = (await imported(1, 2)).imported.map(({ id }) => id)
  expect(await invoke('photos.trash', { ids: [one, two] })).toEqual({ changed: 2 })
  expect((await photos(one, two)).every(({ trashedAt }) => trashedAt !== null)).toBe(true)
  // Once more is no change, and keeps the day.
  expect(await invoke('photos.trash', { ids: [one] })).toEqual({ changed: 0 })
  await invoke('edits.undo', {})
  expect((await photos(one, two)).map(({ trashedAt }) => trashedAt)).toEqual([null, null])
  await invoke('edits.redo', {})
  await invoke('photos.restore', { ids: [two] })
  expect((await photos(one, two)).map(({ trashedAt }) => trashedAt === null)).toEqual([false, true])
})

test('importing the bytes of a photo in the trash brings it back with its caption', async () => {
  const [one = ''] = (await imported(1)).imported.map(({ id }) => id)
  await invoke('photos.edit', { ids: [one], set: { caption: '災後街道。' } })
  await invoke('photos.trash', { ids: [one] })
  expect((await imported(1)).duplicates).toEqual([{ id: one, file: 'IMG_1.jpg' }])
  expect(await photos(one)).toMatchObject([{ trashedAt: null, caption: '災後街道。' }])
})

test('a story is exported without what is in the trash, and says so', async () => {
  const [one = '', two = ''] = (await imported(1, 2)).imported.map(({ id }) => id)
  const { story } = await invoke('stories.create', { headline: '水災' })
  await invoke('stories.addPhotos', { id: story.id, photoIds: [one, two] })
  await invoke('photos.trash', { ids: [one] })
  const { jobId } = await invoke('export.start', { storyId: story.id, destination: desk.folder })
  const { result } = await desk.finished('export', jobId)
  expect(result.warnings).toMatchObject([{ file: 'IMG_1.jpg', code: 'photo-trashed' }])
  const manifest: unknown = JSON.parse(await readFile(path.join(result.destination, 'data', 'cutline.json'), 'utf8'))
  expect(manifest).toMatchObject({ photos: [{ id: two }] })
})

test('deleting for good takes record, files and uses, and leaves a record that outlives reopening', async () => {
  const [one = '', two = ''] = (await imported(1, 2)).imported.map(({ id }) => id)
  await invoke('photos.edit', { ids: [one], set: { caption: '災後街道。', credit: '通訊員 柯陽 供圖' } })
  const { story } = await invoke('stories.create', { headline: '水災' })
  await invoke('stories.addPhotos', { id: story.id, photoIds: [one, two] })
  await invoke('desk.put', {
    records: [{ kind: 'collection', id: 'c1', name: '年度', parent: null, isFolder: false, photos: [two, one] }],
  })
  await expect(invoke('photos.deleteForGood', { ids: [one] })).rejects.toMatchObject({ code: 'photo-not-trashed' })
  expect(await originals()).toContain('IMG_1.jpg')

  await invoke('photos.trash', { ids: [one] })
  expect(await invoke('photos.deletionPlan', { ids: [one] })).toMatchObject({
    photos: 1,
    stories: [{ headline: '水災', photos: 1 }],
    collections: ['年度'],
  })
  expect(await invoke('photos.deleteForGood', { ids: [one] })).toEqual({ changed: 1 })
  const check = async () => {
    expect(await photos(one)).toEqual([])
    expect((await originals()).filter((name) => name.startsWith('IMG_1'))).toEqual([])
    expect(await originals()).toContain('IMG_2.jpg')
    expect((await invoke('stories.get', { id: story.id })).story.photos.map(({ photoId }) => photoId)).toEqual([two])
    expect((await invoke('desk.get', {})).records).toMatchObject([{ id: 'c1', photos: [two] }])
    const { total, photos: deleted } = await invoke('photos.deleted', {})
    expect({ total, deleted }).toMatchObject({
      total: 1,
      deleted: [{ id: one, file: 'IMG_1.jpg', caption: '災後街道。', by: '田城' }],
    })
    const listed = await invoke('photos.list', { query: {}, offset: 0, limit: 10 })
    expect(listed.photos.map(({ id }) => id)).toEqual([two])
  }
  await check()
  // What was done before it does not bring the photo back.
  await invoke('edits.undo', {})
  await reopened()
  await check()

  // The same bytes come in as a new photo.
  const again = await imported(1)
  expect(again.imported).toHaveLength(1)
  expect(again.imported[0]?.id).not.toBe(one)
  await reopened()
  expect(await originals()).toContain('IMG_1.jpg')
})

test('a sidecar goes with the last original of its name', async () => {
  const [one = ''] = (await imported(1)).imported.map(({ id }) => id)
  const [photo] = await photos(one)
  const at = (ending: string) => desk.at('圖庫', ...(photo?.path ?? '').replace(/\.jpg$/, ending).split('/'))
  // Written by another program, and never looked at by this one; another original shares the stem.
  await writeFile(at('.xmp'), '<x:xmpmeta/>')
  await writeFile(at('.png'), 'x')
  await invoke('photos.trash', { ids: [one] })
  await invoke('photos.deleteForGood', { ids: [one] })
  expect(await originals()).toEqual(['IMG_1.png', 'IMG_1.xmp'])

  await rm(at('.png'))
  await rm(at('.xmp'))
  const [again = ''] = (await imported(1)).imported.map(({ id }) => id)
  await writeFile(at('.xmp'), '<x:xmpmeta/>')
  await invoke('photos.trash', { ids: [again] })
  await invoke('photos.deleteForGood', { ids: [again] })
  expect(await originals()).toEqual([])
})

test('after a crash between record and files, opening removes the files, and spares what has their names since', async () => {
  const [one = '', two = ''] = (await imported(1, 2)).imported.map(({ id }) => id)
  await invoke('archive.close', {})
  const folder = desk.at('圖庫')
  // The entry alone, as the command writes it first; then the program dies.
  const archive = await openArchive(folder, { user: '田城' })
  const [first, second] = await archive.photos([one, two])
  if (!first || !second) throw new Error('two photos were imported')
  await archive.commit('photo.delete', () => [
    { op: 'photo.remove', photo: first },
    // A photo that shares a path with one that is there, as a later import may take it.
    { op: 'photo.add', photo: { ...second, id: first.id.replace(/.$/, (last) => (last === '0' ? '1' : '0')) } },
    { op: 'photo.remove', photo: second },
  ])
  await archive.close()
  expect(await originals()).toEqual(expect.arrayContaining(['IMG_1.jpg', 'IMG_2.jpg']))

  await invoke('archive.open', { folder })
  expect((await originals()).filter((name) => name.endsWith('.jpg'))).toEqual(['IMG_2.jpg'])
  // Files that come later under a name of old are nobody's to sweep.
  await writeFile(path.join(folder, ...first.path.split('/')), 'x')
  await reopened()
  expect(await originals()).toContain('IMG_1.jpg')
})

test('a journal that is taken over once more brings no deleted photo back', async () => {
  const [one = ''] = (await imported(1)).imported.map(({ id }) => id)
  const journal = desk.at('圖庫', 'catalog', 'journal.jsonl')
  const added = await readFile(journal, 'utf8')
  await invoke('photos.trash', { ids: [one] })
  await invoke('photos.deleteForGood', { ids: [one] })
  await invoke('archive.close', {})
  // As a crash after the volumes were saved leaves it.
  if (added.includes(one)) await writeFile(desk.at('圖庫', 'catalog', 'journal.old.jsonl'), added)
  await invoke('archive.open', { folder: desk.at('圖庫') })
  expect(added).toContain(one)
  expect(await photos(one)).toEqual([])
})
