import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EngineForTests, engineForTests, writePhoto } from './engine-for-tests.js'

/** History, collections and changes over a selection, through the engine's commands on real files. */

let desk: EngineForTests
let ids: string[]
beforeEach(async () => {
  desk = await engineForTests()
  await desk.engine.invoke('archive.create', { folder: desk.at('圖庫') })
  const paths = [1, 2, 3].map((number) => desk.at(`IMG_${number}.jpg`))
  for (const [at, file] of paths.entries()) await writePhoto(file, at + 1, { width: 40, height: 30 })
  const { jobId } = await invoke('import.start', { paths })
  ids = (await desk.finished('import', jobId)).result.imported.map(({ id }) => id)
})
afterEach(() => desk.close())

const invoke: EngineForTests['engine']['invoke'] = (name, input) => desk.engine.invoke(name, input)
const one = () => ids[0] ?? ''
const photos = async () => (await invoke('photos.get', { ids })).photos

test('a photo’s history tells every change with both sides, across reopening, and any value comes back as a new edit', async () => {
  for (const caption of ['初稿。', '二稿。', '']) await invoke('photos.edit', { ids: [one()], set: { caption } })
  await invoke('photos.edit', { ids: [ids[1] ?? ''], set: { caption: '別的照片。' } })
  await invoke('archive.close', {})
  await invoke('archive.open', { folder: desk.at('圖庫') })
  await invoke('photos.edit', { ids: [one()], set: { rating: 3 } })
  const { changes, total } = await invoke('photos.history', { id: one() })
  expect(total).toBe(4)
  expect(changes.map(({ field, before, after, by }) => [field, before, after, by])).toEqual([
    ['rating', null, 3, '田城'],
    ['caption', '二稿。', '', '田城'],
    ['caption', '初稿。', '二稿。', '田城'],
    ['caption', '', '初稿。', '田城'],
  ])
  const second = changes[2]
  if (!second) throw new Error('four changes')
  await invoke('photos.bringBack', { id: one(), change: second.id, field: 'caption', side: 'before' })
  expect((await photos())[0]?.caption).toBe('初稿。')
  await invoke('edits.undo', {})
  expect((await photos())[0]?.caption).toBe('')
  await invoke('photos.bringBack', { id: one(), change: changes[0]?.id ?? '', field: 'rating', side: 'before' })
  expect((await photos())[0]?.rating).toBeNull()
  await expect(
    invoke('photos.bringBack', { id: one(), change: '999', field: 'caption', side: 'before' }),
  ).rejects.toMatchObject({ code: 'invalid-input' })
})

test('a story’s history, too', async () => {
  const { story } = await invoke('stories.create', { headline: '水災' })
  await invoke('stories.edit', { id: story.id, set: { headline: '風災' } })
  const { changes } = await invoke('stories.history', { id: story.id })
  expect(changes.map(({ field, after }) => [field, after])).toEqual([
    ['headline', '風災'],
    ['headline', '水災'],
  ])
  await invoke('stories.bringBack', { id: story.id, change: changes[0]?.id ?? '', field: 'headline', side: 'before' })
  expect((await invoke('stories.get', { id: story.id })).story.headline).toBe('水災')
})

test('collections stand in folders, keep their order, and go with their folder; Undo brings them back', async () => {
  const [a = '', b = '', c = ''] = ids
  const { collection: folder } = await invoke('collections.create', { name: '年度', isFolder: true })
  const { collection } = await invoke('collections.create', { name: '水災', parent: folder.id, photoIds: [c] })
  await invoke('collections.addPhotos', { id: collection.id, photoIds: [a, c, b] })
  await invoke('collections.addPhotos', { id: collection.id, photoIds: [b], at: 0 })
  const order = async () =>
    (await invoke('collections.photos', { id: collection.id, offset: 0, limit: 10 })).photos.map(({ id }) => id)
  expect(await order()).toEqual([c, a, b])
  await invoke('collections.orderPhotos', { id: collection.id, photoIds: [b, c] })
  expect(await order()).toEqual([b, c, a])
  await invoke('collections.removePhotos', { id: collection.id, photoIds: [c] })
  expect(await order()).toEqual([b, a])
  await invoke('photos.trash', { ids: [b] })
  expect(await order()).toEqual([a])
  await invoke('photos.restore', { ids: [b] })

  const { collection: inner } = await invoke('collections.create', { name: '內層', isFolder: true, parent: folder.id })
  await expect(invoke('collections.move', { id: folder.id, parent: inner.id })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  await expect(invoke('collections.move', { id: inner.id, parent: collection.id })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  await expect(invoke('collections.addPhotos', { id: folder.id, photoIds: [a] })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  expect(await invoke('collections.move', { id: collection.id, parent: inner.id })).toEqual({ changed: 1 })
  expect(await invoke('collections.rename', { id: collection.id, name: '水災善後' })).toEqual({ changed: 1 })
  expect(await invoke('collections.delete', { id: folder.id })).toEqual({ changed: 3 })
  expect((await invoke('desk.get', {})).records).toEqual([])
  await invoke('edits.undo', {})
  const records = (await invoke('desk.get', {})).records
  expect(new Map(records.map((record) => [record.id, record.kind === 'collection' && record.parent]))).toEqual(
    new Map([
      [folder.id, null],
      [inner.id, folder.id],
      [collection.id, inner.id],
    ]),
  )
  expect(await order()).toEqual([b, a])
})

test('dates are moved after a look, in one edit; what has no time stays', async () => {
  await invoke('photos.edit', { ids: [ids[0] ?? ''], set: { takenAt: '2026-11-02T23:30:00+08:00' } })
  await invoke('photos.edit', { ids: [ids[1] ?? ''], set: { takenAt: '2026-11-02' } })
  const request = { ids, minutes: 60 }
  const look = await invoke('photos.shiftDates', { ...request, apply: false })
  expect(look).toMatchObject({
    changed: 1,
    skipped: 2,
    changes: [{ file: 'IMG_1.jpg', after: '2026-11-03T00:30:00+08:00' }],
  })
  expect((await photos())[0]?.takenAt).toBe('2026-11-02T23:30:00+08:00')
  expect(await invoke('photos.shiftDates', { ...request, apply: true })).toEqual(look)
  expect((await photos()).map(({ takenAt }) => takenAt)).toEqual(['2026-11-03T00:30:00+08:00', '2026-11-02', null])
  await invoke('edits.undo', {})
  expect((await photos())[0]?.takenAt).toBe('2026-11-02T23:30:00+08:00')
})

test('names from a template become titles; files keep theirs', async () => {
  const named = await invoke('photos.nameByTemplate', { ids, template: '{slug}-{seq:2}', slug: '水災', apply: true })
  expect(named.changes.map(({ after }) => after)).toEqual(['水災-01', '水災-02', '水災-03'])
  expect((await photos()).map(({ title, file }) => [title, file])).toEqual([
    ['水災-01', 'IMG_1.jpg'],
    ['水災-02', 'IMG_2.jpg'],
    ['水災-03', 'IMG_3.jpg'],
  ])
  await expect(invoke('photos.nameByTemplate', { ids, template: '{nothing}', apply: false })).rejects.toMatchObject({
    code: 'invalid-input',
  })
})

test('keywords are added and removed without touching others, in one edit', async () => {
  await invoke('photos.edit', { ids: [one()], set: { keywords: ['體育|游泳', '本地'] } })
  await invoke('photos.changeKeywords', { ids, add: ['水災'], remove: ['體育'] })
  expect((await photos()).map(({ keywords }) => keywords)).toEqual([['本地', '水災'], ['水災'], ['水災']])
  await invoke('edits.undo', {})
  expect((await photos()).map(({ keywords }) => keywords)).toEqual([['體育|游泳', '本地'], [], []])
})

test('photos move between stories with their printed captions, in one edit', async () => {
  const [a = '', b = '', c = ''] = ids
  const from = (await invoke('stories.create', { headline: '舊' })).story.id
  const to = (await invoke('stories.create', { headline: '新' })).story.id
  await invoke('stories.addPhotos', { id: from, photoIds: [a, b] })
  await invoke('stories.addPhotos', { id: to, photoIds: [c] })
  await invoke('stories.setPrintedCaption', { id: from, photoId: b, printedCaption: '見報。' })
  const uses = async (id: string) => (await invoke('stories.get', { id })).story.photos
  expect(await invoke('stories.movePhotos', { from, to, photoIds: [b] })).toEqual({ changed: 1 })
  expect(await uses(from)).toEqual([{ photoId: a, printedCaption: null }])
  expect(await uses(to)).toEqual([
    { photoId: c, printedCaption: null },
    { photoId: b, printedCaption: '見報。' },
  ])
  await invoke('edits.undo', {})
  expect(await uses(from)).toHaveLength(2)
  expect(await uses(to)).toHaveLength(1)
})
