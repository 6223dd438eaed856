import path from 'node:path'
import sharp from 'sharp'
import { rm } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PhotoId } from '#contract'
import type { Engine } from './engine.js'
import { type EngineForTests, engineForTests } from './engine-for-tests.js'

let setting: EngineForTests
let engine: Engine

beforeEach(async () => {
  setting = await engineForTests()
  ;({ engine } = setting)
  await engine.invoke('archive.create', { folder: setting.at('圖庫') })
})
afterEach(() => setting.close())

const boats = path.resolve('resources/sample/02-dragon-boats.jpg')
const market = path.resolve('resources/sample/03-night-market.jpg')

/** A copy as a chat app passes it on: small, recompressed, without metadata. */
async function chatCopy(name: string, edge = 720): Promise<string> {
  const file = setting.at(name)
  await sharp(boats).autoOrient().resize(edge, edge, { fit: 'inside' }).jpeg({ quality: 45 }).toFile(file)
  return file
}

async function imported(...paths: string[]) {
  const { jobId } = await engine.invoke('import.start', { paths })
  return (await setting.finished('import', jobId)).result
}

const idsListed = async (setAside = false) =>
  (await engine.invoke('photos.ids', { query: { setAside }, offset: 0, limit: 100 })).ids

test('a photo that comes in is told to be like one that is there, and which is the better copy', async () => {
  const [first] = (await imported(boats, market)).imported
  const small = await imported(await chatCopy('wx_001.jpg'))
  expect(small.similar).toMatchObject([
    { file: 'wx_001.jpg', twinId: first!.id, twinFile: '02-dragon-boats.jpg', better: 'twin' },
  ])
  expect(small.similar[0]!.distance).toBeLessThan(10)
  const { twins } = await engine.invoke('twins.of', { id: first!.id })
  expect(twins.map(({ id }) => id)).toEqual([small.imported[0]!.id])
})

test('the better copy that comes later is told to be better', async () => {
  await imported(await chatCopy('wx_001.jpg'))
  expect((await imported(boats)).similar).toMatchObject([{ file: '02-dragon-boats.jpg', better: 'this' }])
})

/** The original without a caption, two copies of which one is captioned and stands in a story. */
async function threeCopies() {
  const kept = (await imported(boats, market)).imported[0]!.id
  const one = (await imported(await chatCopy('wx_001.jpg'))).imported[0]!.id
  const two = (await imported(await chatCopy('wx_002.jpg', 500))).imported[0]!.id
  await engine.invoke('photos.edit', {
    ids: [one],
    set: { caption: '龍舟衝過終點。', credit: '通訊員 柯陽 攝', keywords: ['龍舟'] },
  })
  const { story } = await engine.invoke('stories.create', { headline: '端午' })
  await engine.invoke('stories.addPhotos', { id: story.id, photoIds: [two, one] })
  return { kept, one, two, story }
}

const photoOf = async (id: PhotoId) => (await engine.invoke('photos.get', { ids: [id] })).photos[0]!

test('keeping one takes over what it lacks, replaces uses, hides the others; one undo brings all back', async () => {
  const { kept, one, two, story } = await threeCopies()
  const { groups, total } = await engine.invoke('twins.list', {})
  expect(total).toBe(1)
  expect(groups[0]!.twins.map(({ photo }) => photo.id)).toEqual([kept, one, two])
  expect(groups[0]!.reasons[0]).toBe('most-pixels')
  expect(groups[0]!.twins[1]!.stories).toEqual([{ id: story.id, headline: '端午' }])

  const done = await engine.invoke('twins.keep', { keep: kept, setAside: [one, two] })
  expect(done).toEqual({ changed: 3, stories: 1 })
  expect(await photoOf(kept)).toMatchObject({
    caption: '龍舟衝過終點。',
    credit: '通訊員 柯陽 攝',
    creditParts: (await photoOf(one)).creditParts,
    keywords: ['龍舟'],
    twinOf: null,
  })
  expect(await photoOf(one)).toMatchObject({ twinOf: kept, caption: '龍舟衝過終點。' })
  expect((await engine.invoke('stories.get', { id: story.id })).story.photos).toEqual([
    { photoId: kept, printedCaption: null },
  ])
  expect(await idsListed()).not.toContain(one)
  expect((await idsListed(true)).sort()).toEqual([one, two].sort())
  const found = await engine.invoke('photos.list', { query: { text: '龍舟' }, offset: 0, limit: 10 })
  expect(found.photos.map(({ id }) => id)).toEqual([kept])
  expect(await engine.invoke('twins.count', {})).toEqual({ groups: 0, setAside: 2, pending: 0 })

  await engine.invoke('edits.undo', {})
  expect(await photoOf(kept)).toMatchObject({ caption: '', credit: '', keywords: [] })
  expect((await engine.invoke('stories.get', { id: story.id })).story.photos.map(({ photoId }) => photoId)).toEqual([
    two,
    one,
  ])
  expect(await idsListed(true)).toEqual([])
  expect((await engine.invoke('twins.count', {})).groups).toBe(1)

  await engine.invoke('edits.redo', {})
  expect(await engine.invoke('twins.count', {})).toMatchObject({ groups: 0, setAside: 2 })
  expect(await engine.invoke('twins.restore', { ids: [one, two] })).toEqual({ changed: 2 })
  expect(await idsListed(true)).toEqual([])
})

test('the caption is the one that the person ticked; what a story printed stays word for word', async () => {
  const { kept, one, two, story } = await threeCopies()
  await engine.invoke('photos.edit', { ids: [kept], set: { caption: '舊說明。' } })
  await engine.invoke('stories.setPrintedCaption', { id: story.id, photoId: two, printedCaption: '見報說明。' })
  await engine.invoke('twins.keep', { keep: kept, setAside: [one, two], textFrom: one })
  expect((await photoOf(kept)).caption).toBe('龍舟衝過終點。')
  expect((await engine.invoke('stories.get', { id: story.id })).story.photos).toEqual([
    { photoId: kept, printedCaption: '見報說明。' },
  ])
})

test('photos said to be different are not offered again, also after the archive was opened anew', async () => {
  const { kept, one, two } = await threeCopies()
  await engine.invoke('twins.different', { ids: [kept, one, two] })
  expect((await engine.invoke('twins.list', {})).total).toBe(0)
  await engine.invoke('archive.close', {})
  await engine.invoke('archive.open', { folder: setting.at('圖庫') })
  expect((await engine.invoke('twins.list', {})).total).toBe(0)
})

test('not the same can be undone', async () => {
  const { kept, one, two } = await threeCopies()
  await engine.invoke('twins.different', { ids: [kept, one, two] })
  await engine.invoke('edits.undo', {})
  expect((await engine.invoke('twins.list', {})).total).toBe(1)
})

test('an index made anew looks at the thumbnails again, and at originals where there are none', async () => {
  const { kept } = await threeCopies()
  await engine.invoke('archive.close', {})
  const cache = setting.at('圖庫', 'cache')
  for (const part of ['index.db', 'index.db-wal', 'index.db-shm']) await rm(path.join(cache, part), { force: true })
  const another = setting.another()
  await another.invoke('archive.open', { folder: setting.at('圖庫') })
  const before = await another.invoke('twins.list', {})
  expect(before).toMatchObject({ total: 0, pending: 4 })
  const { sha256 } = (await another.invoke('photos.get', { ids: [kept] })).photos[0]!
  await rm(path.join(cache, 'thumbnails', sha256.slice(0, 2), `${sha256}.jpg`))
  const after = await another.invoke('twins.list', { complete: true })
  expect(after).toMatchObject({ total: 1, pending: 0 })
  expect(after.groups[0]!.twins).toHaveLength(3)
})

test('an unknown photo changes nothing', async () => {
  const { kept } = await threeCopies()
  const unknown = '01936a2e-0000-7000-8000-000000000000'
  await expect(engine.invoke('twins.keep', { keep: kept, setAside: [unknown] })).rejects.toMatchObject({
    code: 'photo-not-found',
  })
  await expect(engine.invoke('twins.different', { ids: [kept, unknown] })).rejects.toMatchObject({
    code: 'photo-not-found',
  })
  expect((await engine.invoke('twins.count', {})).setAside).toBe(0)
})
