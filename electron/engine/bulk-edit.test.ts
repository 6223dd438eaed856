import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BulkChange } from '#contract'
import { photoNumber } from './archive/archive-for-tests.js'
import { openArchive } from './archive/folder-archive.js'
import { type EngineForTests, engineForTests } from './engine-for-tests.js'

/** Changes over thousands of photos as jobs, through the engine's commands. */

const many = 5_000
let desk: EngineForTests
let ids: string[] = []
beforeEach(async () => {
  desk = await engineForTests()
  await desk.engine.invoke('archive.create', { folder: desk.at('圖庫') })
  await desk.engine.invoke('archive.close', {})
  const archive = await openArchive(desk.at('圖庫'), { user: '田城' })
  const photos = Array.from({ length: many }, (_, at) =>
    photoNumber(at + 1, { takenAt: '2026-11-02T14:03:05', keywords: ['體育'], title: `舊${at}` }),
  )
  await archive.commit('import', () => photos.map((photo) => ({ op: 'photo.add', photo })))
  await archive.close()
  await desk.engine.invoke('archive.open', { folder: desk.at('圖庫') })
  ids = photos.map(({ id }) => id)
})
afterEach(() => desk.close())

const invoke: EngineForTests['engine']['invoke'] = (name, input) => desk.engine.invoke(name, input)
const records = async () => JSON.stringify((await invoke('photos.get', { ids })).photos)

test('progress is told, cancelling halfway keeps what is done, and one undo brings back byte for byte', async () => {
  const before = await records()
  const { jobId } = await invoke('bulk.start', { ids, change: { kind: 'dates', minutes: 60 } })
  await new Promise<void>((resolve) => {
    const stop = desk.engine.on((event) => {
      if (event.event !== 'job.progress' || event.payload.jobId !== jobId || event.payload.done < 500) return
      stop()
      void invoke('jobs.cancel', { jobId }).then(() => resolve())
    })
  })
  const { cancelled, result } = await desk.finished('edit', jobId)
  expect(cancelled).toBe(true)
  expect(result.changed).toBeGreaterThanOrEqual(500)
  expect(result.changed).toBeLessThan(many)
  const { photos } = await invoke('photos.get', { ids })
  expect(photos.filter(({ takenAt }) => takenAt === '2026-11-02T15:03:05')).toHaveLength(result.changed)
  expect(await invoke('edits.state', {})).toEqual({ undo: { kind: 'photo.dates', count: result.changed }, redo: null })

  expect(await invoke('edits.undo', {})).toEqual({ kind: 'photo.dates', skipped: 0 })
  expect(await records()).toBe(before)
  expect((await invoke('edits.state', {})).undo).toBeNull()
  await invoke('edits.redo', {})
  await invoke('edits.undo', {})
  expect(await records()).toBe(before)
}, 120_000)

test('a whole change counts on through its parts, is one step, and outlives closing', async () => {
  const before = await records()
  const titles = await invoke('bulk.start', { ids, change: { kind: 'titles', template: '{seq:4}' } })
  expect((await desk.finished('edit', titles.jobId)).result).toEqual({ changed: many, skipped: 0, total: many })
  const done = desk.payloads('job.progress').filter(({ jobId }) => jobId === titles.jobId)
  expect(done.at(-1)).toMatchObject({ done: many, total: many })
  const [first, last] = (await invoke('photos.get', { ids: [ids[0] ?? '', ids.at(-1) ?? ''] })).photos
  expect([first?.title, last?.title]).toEqual(['0001', '5000'])
  await invoke('edits.undo', {})
  expect(await records()).toBe(before)

  const words = { kind: 'keywords' as const, add: ['文化'], remove: ['體育'] }
  const keywords = await invoke('bulk.start', { ids, change: words })
  await desk.finished('edit', keywords.jobId)
  await invoke('archive.close', {})
  await invoke('archive.open', { folder: desk.at('圖庫') })
  const { photos } = await invoke('photos.get', { ids })
  expect(photos.every((photo) => photo.keywords.join() === '文化')).toBe(true)
}, 120_000)

test('photos move between stories at once, and one undo moves them back', async () => {
  const { story: from } = await invoke('stories.create', { headline: '甲' })
  const { story: to } = await invoke('stories.create', { headline: '乙' })
  await invoke('stories.addPhotos', { id: from.id, photoIds: ids })
  const { jobId } = await invoke('bulk.start', { ids, change: { kind: 'move', from: from.id, to: to.id } })
  expect((await desk.finished('edit', jobId)).result.changed).toBe(many)
  const lengths = async () =>
    Promise.all([from, to].map(async ({ id }) => (await invoke('stories.get', { id })).story.photos.length))
  expect(await lengths()).toEqual([0, many])
  await invoke('edits.undo', {})
  expect(await lengths()).toEqual([many, 0])
}, 120_000)

test('replaced, filled from a template and pasted as work: each one step, the same as over a few', async () => {
  const before = await records()
  const run = async (change: BulkChange) => {
    const { jobId } = await invoke('bulk.start', { ids, change })
    const { result } = await desk.finished('edit', jobId)
    const { photos } = await invoke('photos.get', { ids: [ids[0] ?? '', ids.at(-1) ?? ''] })
    const { undo } = await invoke('edits.state', {})
    await invoke('edits.undo', {})
    expect(await records()).toBe(before)
    return { result, photos, undo }
  }
  const pasted = await run({ kind: 'paste', set: { caption: '市民隔岸觀看龍舟賽。' } })
  expect(pasted.photos.map(({ caption }) => caption)).toEqual(['市民隔岸觀看龍舟賽。', '市民隔岸觀看龍舟賽。'])
  expect(pasted.undo).toEqual({ kind: 'photo.paste', count: many })

  const caption = { field: 'caption' as const, text: '龍舟賽，第{seq}張，共{total}張。', mode: 'set' as const }
  const template = { kind: 'template' as const, id: uuidv7(), name: '龍舟', onImport: false, fields: [caption] }
  await invoke('desk.put', { records: [template] })
  const filled = await run({ kind: 'template', templateId: template.id, storyId: null })
  expect(filled.photos.map(({ caption }) => caption)).toEqual([
    '龍舟賽，第1張，共5000張。',
    '龍舟賽，第5000張，共5000張。',
  ])
  expect(filled.undo).toEqual({ kind: 'photo.template', count: many })

  const how = { kind: 'replace' as const, find: '体育', replace: '體壇', regularExpression: false }
  const rewritten = await run({
    kind: 'rewrite',
    fields: ['keywords'],
    how: { ...how, matchCase: false, eitherScript: true },
  })
  expect(rewritten.photos.map(({ keywords }) => keywords)).toEqual([['體壇'], ['體壇']])
  expect(rewritten.result).toEqual({ changed: many, skipped: 0, total: many })

  const [, second = ''] = ids
  await invoke('photos.edit', { ids: [second], set: { caption: '長'.repeat(19_990) } })
  const appended = { ...template, id: uuidv7(), fields: [{ ...caption, mode: 'append' as const }] }
  await invoke('desk.put', { records: [appended] })
  const { jobId } = await invoke('bulk.start', {
    ids,
    change: { kind: 'template', templateId: appended.id, storyId: null },
  })
  expect((await desk.finished('edit', jobId)).result).toEqual({ changed: many - 1, skipped: 1, total: many })
  await invoke('edits.undo', {})
  await invoke('photos.edit', { ids: [second], set: { caption: '' } })

  const gone = await invoke('bulk.start', { ids, change: { kind: 'template', templateId: uuidv7(), storyId: null } })
  await expect(desk.finished('edit', gone.jobId)).rejects.toMatchObject({ code: 'invalid-input' })
}, 120_000)
