import { createHash } from 'node:crypto'
import { access, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { exiftool } from 'exiftool-vendored'
import sharp from 'sharp'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { ArchiveInfo, Photo } from '#contract'
import { thumbnailFile } from './archive/cache-files.js'
import { type EngineForTests, engineForTests, writePhoto } from './engine-for-tests.js'
import { writeRaw } from './imaging/raw-for-tests.js'

/** Phones' HEICs, raws, pairs and what comes along with them, through the engine's commands. */

let desk: EngineForTests
let archive: ArchiveInfo

beforeEach(async () => {
  desk = await engineForTests()
  archive = await desk.engine.invoke('archive.create', { folder: desk.at('圖庫') })
  await mkdir(desk.at('卡'))
})
afterEach(() => desk.close())
afterAll(() => exiftool.end())

const heic = path.resolve('electron/engine/imaging/heic-for-tests/turned.heic')
const card = (name: string) => desk.at('卡', name)

async function importAll(...paths: string[]) {
  const { jobId } = await desk.engine.invoke('import.start', { paths })
  return (await desk.finished('import', jobId)).result
}

const listed = async (): Promise<Photo[]> =>
  (await desk.engine.invoke('photos.list', { query: { sort: 'file' }, offset: 0, limit: 100 })).photos

const sha256 = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')

const verify = async () => {
  const { jobId } = await desk.engine.invoke('archive.verify', {})
  return (await desk.finished('verify', jobId)).result.problems.map(({ code, file }) => [code, path.basename(file)])
}

/** A JPEG that was taken at a moment. */
async function writeTaken(file: string, number: number, taken: string): Promise<void> {
  await writePhoto(file, number)
  await exiftool.write(file, { 'EXIF:DateTimeOriginal': taken }, { writeArgs: ['-overwrite_original'] })
}

/** A pair, a phone's live photo with its movie and its edits, a photo with a voice memo, and a raw with a sidecar. */
async function fillCard(): Promise<void> {
  await writeTaken(card('DSC_1.JPG'), 1, '2026:06:19 09:30:00')
  await writeRaw(card('DSC_1.NEF'), { width: 6000, height: 4000, taken: '2026:06:19 09:30:00' })
  await copyFile(heic, card('IMG_2.HEIC'))
  await writeFile(card('IMG_2.MOV'), 'a movie')
  await writeFile(card('IMG_2.AAE'), '<plist/>')
  await writePhoto(card('DSC_3.JPG'), 3)
  await writeFile(card('DSC_3.WAV'), 'a memo')
  await writeRaw(card('DSC_4.NEF'), { width: 6000, height: 4000, orientation: 8, background: '#00ff00' })
  await writeFile(card('DSC_4.xmp'), xmp('端午龍舟競渡'))
}

const xmp = (caption: string) => `<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">${caption}</rdf:li>
</rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`

const belongings = (photos: readonly Photo[]) =>
  photos.map(({ file, format, companions }) => [
    file,
    format,
    ...companions.map(({ kind, file: each }) => `${kind} ${each}`),
  ])

test('a card with raws, HEICs and what belongs to them comes in as its photos, nothing lost', async () => {
  await fillCard()
  const result = await importAll(desk.at('卡'))
  expect(result).toMatchObject({ failed: [], warnings: [], skipped: [] })
  expect(result.companions.map(({ file, kind }) => [file, kind])).toEqual([
    ['DSC_1.NEF', 'raw'],
    ['DSC_3.WAV', 'audio'],
    ['DSC_4.xmp', 'sidecar'],
    ['IMG_2.AAE', 'sidecar'],
    ['IMG_2.MOV', 'movie'],
  ])
  const photos = await listed()
  expect(belongings(photos)).toEqual([
    ['DSC_1.JPG', 'jpeg', 'raw DSC_1.NEF'],
    ['DSC_3.JPG', 'jpeg', 'audio DSC_3.WAV'],
    ['DSC_4.NEF', 'raw', 'sidecar DSC_4.xmp'],
    ['IMG_2.HEIC', 'heic', 'sidecar IMG_2.AAE', 'movie IMG_2.MOV'],
  ])
  for (const { path: original, sha256: recorded, companions } of photos) {
    expect(await sha256(path.join(archive.folder, original))).toBe(recorded)
    for (const each of companions) {
      expect(await sha256(path.join(archive.folder, each.path))).toBe(each.sha256)
      expect(await sha256(card(each.file))).toBe(each.sha256)
      expect(path.dirname(each.path)).toBe(path.dirname(original))
    }
    await access(thumbnailFile(archive.cacheFolder, recorded))
  }
  // A raw's size and side are its own; its sidecar's caption is the photo's.
  expect(photos[2]).toMatchObject({ width: 4000, height: 6000, caption: '端午龍舟競渡' })
  expect(await verify()).toEqual([])
})

test('the same card again adds nothing; companions that were not there join', async () => {
  await fillCard()
  await importAll(card('DSC_1.JPG'), card('IMG_2.HEIC'))
  expect(await importAll(desk.at('卡'))).toMatchObject({ imported: [{ file: 'DSC_3.JPG' }, { file: 'DSC_4.NEF' }] })
  const before = await listed()
  expect(before[0]?.companions).toMatchObject([{ file: 'DSC_1.NEF' }])
  expect(before[3]?.companions.length).toBe(2)
  expect(await importAll(desk.at('卡'))).toMatchObject({ imported: [], companions: [], failed: [] })
  expect(await listed()).toEqual(before)
})

test('a raw that comes later, from another folder, joins the JPEG of its name and moment; any other is a photo', async () => {
  await fillCard()
  await importAll(card('DSC_1.JPG'))
  await mkdir(desk.at('RAW'))
  await copyFile(card('DSC_1.NEF'), desk.at('RAW', 'DSC_1.NEF'))
  const joined = await importAll(desk.at('RAW'))
  expect(joined).toMatchObject({ imported: [], failed: [], companions: [{ file: 'DSC_1.NEF', kind: 'raw' }] })
  expect(await importAll(desk.at('RAW'))).toMatchObject({ imported: [], companions: [], duplicates: [{}] })
  await mkdir(desk.at('去年'))
  const taken = '2025:06:01 08:00:00'
  await writeRaw(desk.at('去年', 'DSC_1.NEF'), { width: 6000, height: 4000, taken, background: '#ff00ff' })
  expect((await importAll(desk.at('去年'))).imported.length).toBe(1)
  expect(belongings(await listed())).toEqual([
    ['DSC_1.JPG', 'jpeg', 'raw DSC_1.NEF'],
    ['DSC_1.NEF', 'raw'],
  ])
})

test('verify reads companions; rebuilt from originals they are companions again, not photos', async () => {
  await fillCard()
  await importAll(desk.at('卡'))
  const before = await listed()
  await desk.engine.invoke('archive.close', {})
  await rm(path.join(archive.folder, 'catalog'), { recursive: true })
  await desk.engine.invoke('archive.open', { folder: archive.folder })
  const rebuild = async () => {
    const { jobId } = await desk.engine.invoke('archive.rebuild', { from: 'originals' })
    return (await desk.finished('rebuild', jobId)).result
  }
  expect(await rebuild()).toMatchObject({ photos: 4, failed: [] })
  const after = await listed()
  // Sidecars are read, and stay where they are.
  expect(after.map(({ file }) => file)).toEqual(before.map(({ file }) => file))
  expect(belongings(after)[3]).toEqual(['IMG_2.HEIC', 'heic', 'sidecar IMG_2.AAE', 'movie IMG_2.MOV'])
  expect(after[2]).toMatchObject({ caption: '端午龍舟競渡', companions: before[2]?.companions })
  expect(await rebuild()).toMatchObject({ photos: 4, failed: [] })

  const [nef] = after[0]!.companions
  await writeFile(path.join(archive.folder, nef!.path), 'changed')
  await rm(path.join(archive.folder, after[1]!.companions[0]!.path))
  expect((await verify()).filter(([code]) => code !== 'original-unknown').sort()).toEqual([
    ['original-changed', 'DSC_1.NEF'],
    ['original-missing', 'DSC_3.WAV'],
  ])
})

test('HEICs and raws are exported: rendered as JPEG, or byte for byte', async () => {
  await fillCard()
  const { imported } = await importAll(card('IMG_2.HEIC'), card('DSC_4.NEF'))
  const { story } = await desk.engine.invoke('stories.create', { headline: '端午' })
  const photoIds = imported.map(({ id }) => id)
  await desk.engine.invoke('stories.addPhotos', { id: story.id, photoIds })
  const exported = async (preset: 'print' | 'original') => {
    await mkdir(desk.at(preset))
    const { jobId } = await desk.engine.invoke('export.start', {
      storyId: story.id,
      destination: desk.at(preset),
      preset,
    })
    const { result } = await desk.finished('export', jobId)
    return result.files
      .filter(({ path: name }) => /^data\/.*\.(jpg|heic|nef)$/i.test(name))
      .map((file) => ({
        ...file,
        whole: path.join(result.destination, file.path),
      }))
  }
  const rendered = await Promise.all((await exported('print')).map(({ whole }) => sharp(whole).metadata()))
  expect(rendered.map(({ format, width, height }) => [format, width, height]).sort()).toEqual([
    ['jpeg', 600, 400],
    ['jpeg', 600, 900],
  ])
  const originals = await exported('original')
  expect(originals.map((file) => file.sha256).sort()).toEqual(
    (await Promise.all([sha256(card('IMG_2.HEIC')), sha256(card('DSC_4.NEF'))])).sort(),
  )
})

test('what is coming in is told, with the ids that the photos will have, and its pictures are gone in the end', async () => {
  await fillCard()
  const result = await importAll(desk.at('卡'))
  const arriving = desk.payloads('import.arriving').flatMap(({ photos }) => photos)
  // Of the card's photos the phone's alone carries a thumbnail.
  expect(arriving).toEqual([{ id: result.imported.find(({ file }) => file === 'IMG_2.HEIC')?.id, file: 'IMG_2.HEIC' }])
  const order = desk.events.map(({ event }) => event)
  expect(order.indexOf('import.arriving')).toBeLessThan(order.indexOf('job.finished'))
  await expect(access(path.join(archive.cacheFolder, 'arriving'))).rejects.toMatchObject({ code: 'ENOENT' })
})
