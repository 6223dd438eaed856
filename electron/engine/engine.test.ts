import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, copyFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { exiftool } from 'exiftool-vendored'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { ArchiveInfo, Photo } from '#contract'
import { thumbnailFile } from './archive/cache-files.js'
import { type EngineForTests, engineForTests, writePhoto } from './engine-for-tests.js'

/** The engine as its three hosts use it: through its commands alone, on real files. */

let desk: EngineForTests
let archive: ArchiveInfo

beforeEach(async () => {
  desk = await engineForTests()
  archive = await desk.engine.invoke('archive.create', { folder: desk.at('圖庫') })
})
afterEach(() => desk.close())
afterAll(() => exiftool.end())

async function importAll(...paths: string[]) {
  const { jobId } = await desk.engine.invoke('import.start', { paths })
  return desk.finished('import', jobId)
}

async function importPhotos(count: number): Promise<string[]> {
  await mkdir(desk.at('卡'), { recursive: true })
  for (let number = 1; number <= count; number += 1) await writePhoto(desk.at('卡', `${number}.jpg`), number)
  const { result } = await importAll(desk.at('卡'))
  return result.imported.map(({ id }) => id)
}

async function listed(query = {}): Promise<Photo[]> {
  return (await desk.engine.invoke('photos.list', { query, offset: 0, limit: 100 })).photos
}

const sha256 = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')

test('a folder comes in: copied, verified, read, recorded, with a thumbnail', async () => {
  await mkdir(desk.at('採訪'))
  await writePhoto(desk.at('採訪', '龍舟.jpg'), 1)
  await exiftool.write(
    desk.at('採訪', '龍舟.jpg'),
    {
      'XMP-dc:Description': '龍舟選手衝線',
      'XMP-dc:Creator': ['田城', '柯陽'],
      'XMP-photoshop:Credit': '通訊員 供圖',
      'EXIF:DateTimeOriginal': '2026:06:19 09:30:00',
    } as object,
    { writeArgs: ['-overwrite_original'] },
  )
  const before = await sha256(desk.at('採訪', '龍舟.jpg'))
  const { result } = await importAll(desk.at('採訪'))
  expect(result).toMatchObject({ duplicates: [], failed: [], imported: [{ file: '龍舟.jpg', sha256: before }] })
  const [photo] = await listed()
  expect(photo).toMatchObject({
    file: '龍舟.jpg',
    sha256: before,
    width: 600,
    height: 400,
    format: 'jpeg',
    caption: '龍舟選手衝線',
    credit: '通訊員 供圖',
    creators: ['田城', '柯陽'],
    takenAt: '2026-06-19T09:30:00',
  })
  expect(await sha256(path.join(archive.folder, photo!.path))).toBe(before)
  expect(await sha256(desk.at('採訪', '龍舟.jpg'))).toBe(before)
  await access(thumbnailFile(archive.cacheFolder, before))
})

test('bad files cost themselves, by name and reason; the rest comes in', async () => {
  await mkdir(desk.at('卡'))
  await writePhoto(desk.at('卡', 'good.jpg'), 1)
  await writePhoto(desk.at('卡', 'cut.jpg'), 2, { width: 2000, height: 2000 })
  await truncate(desk.at('卡', 'cut.jpg'), 4000)
  await writeFile(desk.at('卡', 'empty.jpg'), '')
  await writeFile(desk.at('卡', 'notes.txt'), '記者 田城')
  await writeFile(desk.at('卡', 'renamed.jpg'), 'not a picture at all')
  await copyFile(desk.at('卡', 'good.jpg'), desk.at('卡', 'twin.jpg'))
  const { result } = await importAll(desk.at('卡'), desk.at('nowhere.jpg'))
  expect(Object.fromEntries(result.failed.map(({ file, code }) => [file, code]))).toEqual({
    'nowhere.jpg': 'file-vanished',
    'cut.jpg': 'file-damaged',
    'empty.jpg': 'file-empty',
    'notes.txt': 'not-an-image',
    'renamed.jpg': 'not-an-image',
  })
  expect(result.imported.length).toBe(1)
  expect(result.duplicates).toMatchObject([{ id: result.imported[0]?.id }])
  for (const { file, message } of result.failed) expect(message).toContain(file)
  // Nothing of the failed ones stays behind.
  const { stdout } = await promisify(execFile)('find', [path.join(archive.folder, 'originals'), '-type', 'f'])
  expect(stdout.trim().split('\n').length).toBe(1)
})

test('the same folder again adds nothing; so does another archive’s engine after a restart', async () => {
  await importPhotos(3)
  const { result } = await importAll(desk.at('卡'))
  expect(result).toMatchObject({ imported: [], failed: [] })
  expect(result.duplicates.length).toBe(3)
  await desk.engine.invoke('archive.close', {})
  const again = desk.another()
  await again.invoke('archive.open', { folder: archive.folder })
  expect((await again.invoke('photos.list', { query: {}, offset: 0, limit: 10 })).total).toBe(3)
})

test('files of one name keep it, with a number', async () => {
  for (const [place, folder] of ['甲', '乙'].entries()) {
    await mkdir(desk.at(folder))
    await writePhoto(desk.at(folder, 'IMG_1.jpg'), place + 1)
  }
  await importAll(desk.at('甲'), desk.at('乙'))
  const photos = await listed()
  expect(photos.map(({ file }) => file)).toEqual(['IMG_1.jpg', 'IMG_1.jpg'])
  expect(photos.map((photo) => path.basename(photo.path)).sort()).toEqual(['IMG_1-2.jpg', 'IMG_1.jpg'])
})

test('an original that a crash left without its record is taken up, not stored twice', async () => {
  await importPhotos(1)
  const [photo] = await listed()
  await desk.engine.invoke('archive.close', {})
  for (const name of await readdir(path.join(archive.folder, 'catalog'))) {
    await rm(path.join(archive.folder, 'catalog', name))
  }
  await desk.engine.invoke('archive.open', { folder: archive.folder })
  const { result } = await importAll(desk.at('卡'))
  expect(result.imported.length).toBe(1)
  expect((await listed()).map((each) => each.path)).toEqual([photo!.path])
})

test('cancelling an import keeps what is finished', async () => {
  await mkdir(desk.at('卡'))
  for (let number = 1; number <= 30; number += 1) await writePhoto(desk.at('卡', `${number}.jpg`), number)
  const { jobId } = await desk.engine.invoke('import.start', { paths: [desk.at('卡')] })
  await new Promise<void>((resolve) => {
    desk.engine.on((event) => {
      if (event.event === 'photos.changed') resolve()
    })
  })
  await desk.engine.invoke('jobs.cancel', { jobId })
  const { cancelled, result } = await desk.finished('import', jobId)
  expect(cancelled).toBe(true)
  expect(result.imported.length).toBeGreaterThan(0)
  expect(result.imported.length).toBeLessThan(30)
  expect((await listed()).length).toBe(result.imported.length)
})

test('editing one and many, undo and redo, and the same after opening again', async () => {
  const ids = await importPhotos(3)
  const { engine } = desk
  expect(await engine.invoke('photos.edit', { ids, set: { credit: '通訊員 供圖' } })).toEqual({ changed: 3 })
  expect(await engine.invoke('photos.edit', { ids, set: { credit: '通訊員 供圖' } })).toEqual({ changed: 0 })
  await engine.invoke('photos.edit', { ids: ids.slice(0, 1), set: { caption: '第一張', keywords: ['端午', '龍舟'] } })
  expect((await listed({ text: '第一' })).map(({ id }) => id)).toEqual(ids.slice(0, 1))
  expect(await engine.invoke('edits.undo', {})).toEqual({ kind: 'photo.edit', skipped: 0 })
  expect((await listed()).map(({ caption, credit }) => [caption, credit])).toEqual(ids.map(() => ['', '通訊員 供圖']))
  await engine.invoke('edits.undo', {})
  expect((await listed()).map(({ credit }) => credit)).toEqual(['', '', ''])
  await engine.invoke('edits.redo', {})
  await engine.invoke('edits.redo', {})
  expect(await engine.invoke('edits.redo', {})).toEqual({ kind: null, skipped: 0 })
  const edited = await listed()
  await engine.invoke('archive.close', {})
  await engine.invoke('archive.open', { folder: archive.folder })
  expect(await listed()).toEqual(edited)
  expect((await listed({ text: '第一' }))[0]).toMatchObject({ caption: '第一張', credit: '通訊員 供圖' })
})

test('a story holds photos in order, with printed captions that never flow back', async () => {
  const [first, second, third] = (await importPhotos(3)) as [string, string, string]
  const { engine } = desk
  const { story } = await engine.invoke('stories.create', { headline: '端午龍舟賽' })
  await engine.invoke('stories.addPhotos', { id: story.id, photoIds: [first, second, first] })
  await engine.invoke('stories.addPhotos', { id: story.id, photoIds: [third], at: 0 })
  await engine.invoke('stories.orderPhotos', { id: story.id, photoIds: [second, third] })
  await engine.invoke('stories.setPrintedCaption', { id: story.id, photoId: third, printedCaption: '見報說明' })
  const got = await engine.invoke('stories.get', { id: story.id })
  expect(got.story.photos).toEqual([
    { photoId: second, printedCaption: null },
    { photoId: third, printedCaption: '見報說明' },
    { photoId: first, printedCaption: null },
  ])
  expect(got.photos.map(({ id, caption }) => [id, caption])).toEqual([second, third, first].map((id) => [id, '']))
  expect((await listed({ storyId: story.id })).map(({ id }) => id)).toEqual([second, third, first])
  await engine.invoke('stories.delete', { id: story.id })
  await engine.invoke('edits.undo', {})
  expect((await engine.invoke('stories.list', {})).stories).toMatchObject([{ id: story.id, photoCount: 3 }])
})

test('verify finds what is missing, changed and unknown; a sound archive has no problems', async () => {
  await importPhotos(3)
  const verify = async () => {
    const { jobId } = await desk.engine.invoke('archive.verify', {})
    return (await desk.finished('verify', jobId)).result
  }
  expect(await verify()).toMatchObject({ photos: 3, problems: [] })
  const [one, two] = await listed()
  await rm(path.join(archive.folder, one!.path))
  await writeFile(path.join(archive.folder, two!.path), 'changed')
  await writeFile(path.join(archive.folder, 'originals', 'stray.jpg'), 'x')
  expect((await verify()).problems.map(({ code, file }) => [code, file]).sort()).toEqual(
    [
      ['original-missing', one!.path],
      ['original-changed', two!.path],
      ['original-unknown', 'originals/stray.jpg'],
    ].sort(),
  )
})

test('index and thumbnails lost: rebuilt from the catalog, or made again when they are asked for', async () => {
  const ids = await importPhotos(2)
  await desk.engine.invoke('photos.edit', { ids, set: { caption: '留著' } })
  await desk.engine.invoke('archive.close', {})
  await rm(archive.cacheFolder, { recursive: true })
  await desk.engine.invoke('archive.open', { folder: archive.folder })
  const [photo] = await listed({ text: '留' })
  const { file } = await desk.engine.invoke('photos.thumbnail', { sha256: photo!.sha256 })
  expect(file).toBe(thumbnailFile(archive.cacheFolder, photo!.sha256))
  await access(file)
  const { jobId } = await desk.engine.invoke('archive.rebuild', { from: 'catalog' })
  expect((await desk.finished('rebuild', jobId)).result).toMatchObject({ photos: 2, thumbnails: 1, failed: [] })
})

test('catalog lost: rebuilt from the originals', async () => {
  await importPhotos(2)
  await desk.engine.invoke('archive.close', {})
  await rm(path.join(archive.folder, 'catalog'), { recursive: true })
  await desk.engine.invoke('archive.open', { folder: archive.folder })
  expect(await listed()).toEqual([])
  const { jobId } = await desk.engine.invoke('archive.rebuild', { from: 'originals' })
  expect((await desk.finished('rebuild', jobId)).result).toMatchObject({ photos: 2, failed: [] })
  expect((await listed()).length).toBe(2)
})

test('bad input is refused in words; commands without an archive say so', async () => {
  await expect(desk.engine.dispatch('photos.edit', { ids: ['x'], set: {} })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  await expect(desk.engine.dispatch('photos.steal', {})).rejects.toMatchObject({ code: 'unknown-command' })
  await desk.engine.invoke('archive.close', {})
  await expect(
    desk.engine.invoke('photos.get', { ids: ['0190163d-8694-739b-aea5-966c26f8ad91'] }),
  ).rejects.toMatchObject({ code: 'no-archive' })
})
