import { mkdir } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HouseStyle, type Photo, type Region } from '#contract'
import { type EngineForTests, engineForTests, writePhoto } from './engine-for-tests.js'

/** People marked in pictures, through the engine's commands on a real archive. */

let desk: EngineForTests
let ids: string[]

beforeEach(async () => {
  desk = await engineForTests()
  await desk.engine.invoke('archive.create', { folder: desk.at('圖庫') })
  await mkdir(desk.at('卡'))
  for (const number of [1, 2, 3]) await writePhoto(desk.at('卡', `${number}.jpg`), number)
  const { jobId } = await desk.engine.invoke('import.start', { paths: [desk.at('卡')] })
  const { result } = await desk.finished('import', jobId)
  ids = result.imported.map(({ id }) => id)
})
afterEach(() => desk.close())

const row = (...names: string[]): Region[] =>
  names.map((name, at) => ({ name, x: (at + 0.2) / names.length, y: 0.4, width: 0.05, height: 0.08 }))
const photos = async (): Promise<Photo[]> => (await desk.engine.invoke('photos.get', { ids })).photos
const captions = async () => (await photos()).map(({ caption, people }) => `${caption}|${people.join('、')}`)
const undo = () => desk.engine.invoke('edits.undo', {})

test('boxes last, and each change of them is one undo', async () => {
  const [id = ''] = ids
  await desk.engine.invoke('positions.setRegions', { id, regions: row('吳坤') })
  expect(await desk.engine.invoke('positions.setRegions', { id, regions: row('吳坤', '王來香') })).toEqual({
    changed: 1,
  })
  expect(await desk.engine.invoke('positions.setRegions', { id, regions: row('吳坤', '王來香') })).toEqual({
    changed: 0,
  })
  const other = desk.another()
  const { readOnly } = await other.invoke('archive.open', { folder: desk.at('圖庫') })
  expect(readOnly).toBe(true)
  expect((await other.invoke('photos.get', { ids: [id] })).photos[0]?.regions).toEqual(row('吳坤', '王來香'))
  expect(await undo()).toEqual({ kind: 'photo.regions', skipped: 0 })
  expect((await photos())[0]?.regions).toEqual(row('吳坤'))
  await expect(
    desk.engine.invoke('positions.setRegions', { id, regions: [{ name: '甲', x: 2, y: 0, width: 0, height: 0 }] }),
  ).rejects.toMatchObject({ code: 'invalid-input' })
})

test('markers are shown before they are written, over many photos, in the house’s numerals, and undone at once', async () => {
  const [one = '', two = ''] = ids
  const { styles } = await desk.engine.invoke('desk.houseStyles', {})
  const style = styles.find(({ id }) => id === 'taiwan')
  await desk.engine.invoke('desk.put', { records: [{ kind: 'house-style', id: 'house-style', style: style! }] })
  await desk.engine.invoke('photos.edit', { ids: [one], set: { caption: '吳坤、王來香巡查。', people: ['劉強'] } })
  await desk.engine.invoke('photos.edit', { ids: [two], set: { caption: '居民議事。' } })
  await desk.engine.invoke('positions.setRegions', { id: one, regions: row('王來香', '', '劉強', '吳坤') })
  await desk.engine.invoke('positions.setRegions', { id: two, regions: row('吳坤', '王來香') })

  const fields: ('caption' | 'people')[] = ['caption', 'people']
  const preview = await desk.engine.invoke('positions.mark', { ids, fields, apply: false })
  expect(preview.photos).toBe(2)
  expect(preview.changes[0]).toEqual({
    photoId: one,
    file: '1.jpg',
    before: '吳坤、王來香巡查。',
    after: [
      { text: '吳坤', added: false },
      { text: '（右1）', added: true },
      { text: '、王來香', added: false },
      { text: '（左1）', added: true },
      { text: '巡查。', added: false },
    ],
    people: ['王來香', '劉強', '吳坤'],
    unmentioned: ['劉強'],
  })
  expect(await captions()).toEqual(['吳坤、王來香巡查。|劉強', '居民議事。|', '|'])

  await desk.engine.invoke('positions.mark', { ids, fields, apply: true })
  const after = [
    '吳坤（右1）、王來香（左1）巡查。|王來香、劉強、吳坤',
    '居民議事。圖為吳坤（左）、王來香（右）。|吳坤、王來香',
    '|',
  ]
  expect(await captions()).toEqual(after)
  expect((await desk.engine.invoke('positions.mark', { ids, fields, apply: true })).photos).toBe(0)
  expect(await undo()).toEqual({ kind: 'photo.positions', skipped: 0 })
  expect(await captions()).toEqual(['吳坤、王來香巡查。|劉強', '居民議事。|', '|'])
})

test('people in reading order with their markers; names for a box', async () => {
  const [id = ''] = ids
  await desk.engine.invoke('positions.setRegions', { id, regions: row('王來香', '吳坤').toReversed() })
  const { people } = await desk.engine.invoke('positions.read', { id })
  expect(people).toEqual([
    { region: 1, name: '王來香', marker: '（左）' },
    { region: 0, name: '吳坤', marker: '（右）' },
  ])
  await desk.engine.invoke('desk.put', {
    records: [{ kind: 'person', id: 'a', name: '歐陽震華', otherNames: [], titles: [] }],
  })
  await desk.engine.invoke('photos.edit', { ids: [id], set: { caption: '社區書記吳坤在巡查。' } })
  const names = async (typed: string) =>
    (await desk.engine.invoke('people.suggest', { photoId: id, typed })).names.map(({ name }) => name)
  expect(await names('')).toEqual(['吳坤'])
  expect(await names('oyzh')).toEqual(['歐陽震華'])
  await expect(
    desk.engine.invoke('people.suggest', { photoId: '019ac5e4-0000-7000-8000-00000000000a', typed: '' }),
  ).rejects.toMatchObject({ code: 'photo-not-found' })
})

test('a marker that the boxes contradict is found and fixed', async () => {
  const [id = ''] = ids
  await desk.engine.invoke('photos.edit', { ids: [id], set: { caption: '吳坤（左）、王來香（右）。' } })
  await desk.engine.invoke('positions.setRegions', { id, regions: row('王來香', '吳坤') })
  const { photos: checked } = await desk.engine.invoke('photos.check', { ids: [id], storyId: null })
  const finding = checked[0]?.findings.find(({ rule }) => rule === 'positions')
  expect(finding).toMatchObject({ values: { marker: '（左）', name: '吳坤' } })
  await desk.engine.invoke('photos.fix', { ids: [id], rule: 'positions', storyId: null })
  expect((await captions())[0]).toBe('吳坤（右）、王來香（左）。|')
})

test('a house style that was stored before there was a choice of numerals counts in Han numerals', async () => {
  const { styles } = await desk.engine.invoke('desk.houseStyles', {})
  const { numerals, ...older } = styles[0]!
  expect(numerals).toBe('han')
  expect(HouseStyle.parse(older)).toEqual({ ...older, numerals: 'han' })
})
