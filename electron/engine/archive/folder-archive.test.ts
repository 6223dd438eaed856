import { appendFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CutlineError, type Photo } from '#contract'
import { add, photoNumber, setCaption, storyNamed, temporaryArchive } from './archive-for-tests.js'
import type { Archive, ArchiveChange } from './archive.js'
import { createArchive } from './create-archive.js'
import { openArchive } from './folder-archive.js'
import { layout, storyUnit, volumeUnit } from './layout.js'
import { currentSchema } from './schema.js'

let folder: string
let remove: () => Promise<void>
const opened: Archive[] = []

beforeEach(async () => {
  ;({ folder, remove } = await temporaryArchive())
})

afterEach(async () => {
  for (const archive of opened.splice(0)) await archive.close()
  await remove()
})

async function open(at = folder, options: Partial<Parameters<typeof openArchive>[1]> = {}): Promise<Archive> {
  const archive = await openArchive(at, { user: '田城', ...options })
  opened.push(archive)
  return archive
}

/** A copy of the folder as a crash at this moment would leave it, without the lock of the living. */
async function crashedCopy(name: string): Promise<string> {
  const copy = path.join(path.dirname(folder), name)
  await cp(folder, copy, { recursive: true })
  await rm(layout.lock(copy), { force: true })
  return copy
}

const file = (at: string, ...names: string[]) => path.join(at, ...names)

test('what was acknowledged is there after a crash, before any checkpoint', async () => {
  const archive = await open()
  const photo = photoNumber(1)
  await archive.commit('import', () => [add(photo)])
  await archive.commit('photo.edit', () => [setCaption(photo, '萬鼎橋通車')])
  const copy = await crashedCopy('crashed')
  expect(await readdir(file(copy, 'catalog'))).toEqual(['journal.jsonl'])
  const again = await open(copy)
  expect(await again.photos([photo.id])).toEqual([{ ...photo, caption: '萬鼎橋通車' }])
  expect(again.repairs).toEqual([])
})

test('a journal line cut short by a crash is dropped; the lines before it stand, and writing goes on', async () => {
  const archive = await open()
  const photo = photoNumber(1)
  await archive.commit('import', () => [add(photo)])
  const copy = await crashedCopy('crashed')
  await appendFile(layout.journal(copy), '{"schema":1,"seq":2,"at":"2026-11-23T')
  const again = await open(copy)
  expect(await again.photos([photo.id])).toEqual([photo])
  const entry = await again.commit('photo.edit', () => [setCaption(photo, '新說明')])
  expect(entry?.seq).toBe(2)
  await again.close()
  expect(await (await open(copy)).photos([photo.id])).toEqual([{ ...photo, caption: '新說明' }])
})

test('after closing, everything stands in volumes, histories and stories, and the journal is empty', async () => {
  const archive = await open()
  const photo = photoNumber(1)
  const story = storyNamed('端午龍舟賽')
  await archive.commit('import', () => [add(photo)])
  await archive.commit('story.create', () => [{ op: 'story.add', story }])
  await archive.commit('photo.edit', () => [setCaption(photo, '說明')])
  await archive.close()
  const volume = JSON.parse(await readFile(layout.unit(folder, volumeUnit(1)), 'utf8')) as { seq: number }
  expect(volume).toMatchObject({
    schema: currentSchema.version,
    volume: 1,
    seq: 3,
    count: 1,
    photos: [{ caption: '說明' }],
  })
  const history = (await readFile(layout.history(folder, volumeUnit(1)), 'utf8')).trim().split('\n')
  expect(history.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { seq: 1, by: '田城', kind: 'import' },
    { seq: 3, by: '田城', kind: 'photo.edit', mutations: [{ before: { caption: '' }, after: { caption: '說明' } }] },
  ])
  expect(await readFile(layout.unit(folder, storyUnit(story.id)), 'utf8')).toContain('端午龍舟賽')
  expect((await readFile(layout.journal(folder), 'utf8')).trim().split('\n')).toEqual(['{"journal":1,"after":3}'])
})

test('the 1,001st photo begins a second volume, also within one entry', async () => {
  const archive = await open()
  const photos = Array.from({ length: 1500 }, (_, number) => photoNumber(number))
  await archive.commit('import', () => photos.slice(0, 700).map(add))
  await archive.commit('import', () => photos.slice(700).map(add))
  await archive.close()
  const again = await open()
  expect(again.counts().photos).toBe(1500)
  expect((await again.volume(volumeUnit(1))).length).toBe(1000)
  expect((await again.volume(volumeUnit(2))).length).toBe(500)
  const wanted = [photos[1400], photos[3]].map((photo) => photo!.id)
  expect((await again.photos(wanted)).map(({ id }) => id)).toEqual(wanted)
})

test('a crash in the middle of a checkpoint loses nothing and doubles nothing', async () => {
  const archive = await open()
  const photos = Array.from({ length: 1200 }, (_, number) => photoNumber(number))
  const [first] = photos
  if (!first) throw new Error('there are photos')
  await archive.commit('import', () => photos.map(add))
  await archive.commit('photo.edit', () => [setCaption(first, '第一張')])
  const before = await crashedCopy('before')
  await archive.checkpoint()
  // The first volume was saved, the second not yet, the journal not yet started afresh.
  for (const name of ['000001.json', '000001.history.jsonl']) {
    await cp(file(folder, 'catalog', name), file(before, 'catalog', name))
  }
  const again = await open(before)
  expect(again.counts().photos).toBe(1200)
  expect(await again.photos([first.id])).toEqual([{ ...first, caption: '第一張' }])
  await again.close()
  const lines = (await readFile(layout.history(before, volumeUnit(1)), 'utf8')).trim().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual([1, 2])
})

test.each([
  ['emptied', ''],
  ['cut in half', '{\n "schema": 1,\n "volume": 1,\n "seq": 3'],
  ['overwritten', '\0\0\0\0'],
])('a volume that is %s comes back from backup and history, and says so', async (_name, content) => {
  const archive = await open()
  const photo = photoNumber(1)
  await archive.commit('import', () => [add(photo)])
  await archive.checkpoint()
  await archive.commit('photo.edit', () => [setCaption(photo, '一')])
  await archive.checkpoint()
  await archive.commit('photo.edit', () => [setCaption({ ...photo, caption: '一' }, '二')])
  await archive.close()
  await writeFile(layout.unit(folder, volumeUnit(1)), content)
  const again = await open()
  expect(await again.photos([photo.id])).toEqual([{ ...photo, caption: '二' }])
  expect(again.repairs).toMatchObject([{ kind: 'volume-from-backup' }])
})

test('a volume without a readable file or backup comes back from its history alone', async () => {
  const archive = await open()
  const photo = photoNumber(1)
  await archive.commit('import', () => [add(photo)])
  await archive.checkpoint()
  await archive.commit('photo.edit', () => [setCaption(photo, '一')])
  await archive.close()
  await writeFile(layout.unit(folder, volumeUnit(1)), '')
  await writeFile(`${layout.unit(folder, volumeUnit(1))}.bak`, '')
  const again = await open()
  expect(await again.photos([photo.id])).toEqual([{ ...photo, caption: '一' }])
})

test('a volume that is lost altogether is said, costs only its photos, and its number is not used again', async () => {
  const archive = await open()
  const photos = Array.from({ length: 1001 }, (_, number) => photoNumber(number))
  await archive.commit('import', () => photos.map(add))
  await archive.close()
  for (const name of ['000002.json', '000002.history.jsonl']) await writeFile(file(folder, 'catalog', name), '\0')
  const again = await open()
  expect(again.repairs).toMatchObject([{ kind: 'volume-lost' }])
  expect(again.lost()).toEqual([layout.unit(folder, volumeUnit(2))])
  expect(again.counts().photos).toBe(1000)
  await again.commit('import', () => [add(photoNumber(2000))])
  expect((await again.volume(volumeUnit(3))).length).toBe(1)
})

test('a story comes back from its backup and history; a removed one stays removed', async () => {
  const archive = await open()
  const [kept, gone] = [storyNamed('留'), storyNamed('去')]
  await archive.commit('story.create', () => [{ op: 'story.add', story: kept }])
  await archive.commit('story.create', () => [{ op: 'story.add', story: gone }])
  await archive.checkpoint()
  await archive.commit('story.edit', () => [
    { op: 'story.set', id: kept.id, before: { headline: '留' }, after: { headline: '留下' } },
  ])
  await archive.commit('story.delete', () => [{ op: 'story.remove', story: gone }])
  await archive.close()
  await writeFile(layout.unit(folder, storyUnit(kept.id)), '{')
  const again = await open()
  expect(await again.story(kept.id)).toEqual({ ...kept, headline: '留下' })
  expect(await again.story(gone.id)).toBeNull()
  expect(again.repairs).toMatchObject([{ kind: 'story-from-backup' }])
})

test('a second opening is read-only and names the holder; after closing it may write', async () => {
  const first = await open()
  const photo = photoNumber(1)
  await first.commit('import', () => [add(photo)])
  const second = await open()
  expect(second.readOnly).toBe(true)
  expect(second.lockedBy).toMatchObject({ pid: process.pid, user: '田城' })
  expect(await second.photos([photo.id])).toEqual([photo])
  await expect(second.commit('photo.edit', () => [setCaption(photo, '改')])).rejects.toMatchObject({
    code: 'archive-locked',
  })
  await second.close()
  await first.close()
  expect((await open()).readOnly).toBe(false)
})

test('entries that were never changed are not written: an empty change answers null', async () => {
  const archive = await open()
  expect(await archive.commit('photo.edit', () => [])).toBeNull()
  const photo = photoNumber(1)
  await expect(archive.commit('import', () => Promise.reject(new CutlineError('internal', 'no')))).rejects.toThrow('no')
  expect((await archive.commit('import', () => [add(photo)]))?.seq).toBe(1)
})

test('changes are told in order, with whole records and stamps', async () => {
  const archive = await open()
  const changes: ArchiveChange[] = []
  archive.onChange((change) => changes.push(change))
  const photo = photoNumber(1)
  const story = storyNamed('稿')
  await Promise.all([
    archive.commit('import', () => [add(photo)]),
    archive.commit('photo.edit', () => [setCaption(photo, '說明')]),
    archive.commit('story.create', () => [{ op: 'story.add', story }]),
    archive.commit('story.delete', () => [{ op: 'story.remove', story }]),
  ])
  expect(changes).toMatchObject([
    { stamps: { 'catalog/000001': 1 }, photos: [{ volume: 'catalog/000001', photo }] },
    { stamps: { 'catalog/000001': 2 }, photos: [{ photo: { caption: '說明' } }] },
    { stamps: { [storyUnit(story.id)]: 3 }, stories: [story] },
    { removedStories: [story.id], stories: [] },
  ])
})

test('an archive of a version is brought up to the next, and older programs then stay away', async () => {
  const archive = await open()
  const photo = photoNumber(1, { place: '宜蘭' })
  await archive.commit('import', () => [add(photo)])
  await archive.checkpoint()
  await archive.commit('photo.edit', () => [setCaption(photo, '還在日誌裡')])
  const copy = await crashedCopy('crashed')
  const isPhoto = (value: unknown): value is Photo => typeof value === 'object' && value !== null && 'place' in value
  const next = {
    version: currentSchema.version + 1,
    steps: {
      [currentSchema.version]: {
        volume: (value: Record<string, unknown>) => ({
          ...value,
          photos: (Array.isArray(value.photos) ? value.photos : [])
            .filter(isPhoto)
            .map((record) => ({ ...record, place: `台灣${record.place}` })),
        }),
      },
    },
  }
  const migrated = await open(copy, { schema: next })
  expect(await migrated.photos([photo.id])).toEqual([{ ...photo, place: '台灣宜蘭', caption: '還在日誌裡' }])
  await migrated.close()
  expect(await readFile(layout.unit(copy, volumeUnit(1)), 'utf8')).toContain('台灣宜蘭')
  expect(await (await open(copy, { schema: next })).photos([photo.id])).toMatchObject([{ place: '台灣宜蘭' }])
  await expect(open(copy)).rejects.toMatchObject({ code: 'archive-too-new' })
})

test('creating: the folder may be absent or empty, and nothing else', async () => {
  await expect(createArchive(folder)).rejects.toMatchObject({ code: 'archive-exists' })
  const other = file(path.dirname(folder), 'other')
  await mkdir(other)
  await writeFile(file(other, '稿.txt'), '')
  await expect(createArchive(other)).rejects.toMatchObject({ code: 'destination-exists' })
  await rm(file(other, '稿.txt'))
  await createArchive(other)
  expect((await open(other)).name).toBe('other')
  await expect(open(file(other, 'nowhere'))).rejects.toMatchObject({ code: 'archive-not-found' })
})

test('archive.json comes back from its backup', async () => {
  await writeFile(`${layout.settings(folder)}.bak`, await readFile(layout.settings(folder)))
  await writeFile(layout.settings(folder), 'garbage')
  const archive = await open()
  expect(archive.name).toBe('本報圖庫')
  expect(archive.repairs).toMatchObject([{ kind: 'settings-from-backup' }])
  expect(await readFile(layout.settings(folder), 'utf8')).toContain('本報圖庫')
})
