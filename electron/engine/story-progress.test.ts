import { readFile, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EngineForTests, engineForTests } from './engine-for-tests.js'

/** How far stories have come, through the engine's commands on real files. */

let desk: EngineForTests
beforeEach(async () => {
  desk = await engineForTests()
  await desk.engine.invoke('archive.create', { folder: desk.at('圖庫') })
})
afterEach(() => desk.close())

const invoke: EngineForTests['engine']['invoke'] = (name, input) => desk.engine.invoke(name, input)
const reopen = async () => {
  await invoke('archive.close', {})
  await invoke('archive.open', { folder: desk.at('圖庫') })
}

test('status, planned day and where it ran are kept, listed, and go back with Undo', async () => {
  const { story } = await invoke('stories.create', { headline: '端午龍舟賽' })
  await invoke('stories.create', { headline: '夜市', status: 'ready' })
  expect(story).toMatchObject({ status: 'draft', due: null, ran: [] })
  const ran = [
    { publication: '本報', page: 'A3', url: '', date: '2026-06-20' },
    { publication: '本報網站', page: '', url: 'https://example.org/1', date: '2026-06-19' },
  ]
  await invoke('stories.edit', { id: story.id, set: { status: 'published', due: '2026-06-20', ran } })
  await reopen()
  expect((await invoke('stories.get', { id: story.id })).story).toMatchObject({
    headline: '端午龍舟賽',
    status: 'published',
    ran,
  })
  const listed = async (status: 'draft' | 'ready' | 'published' | null) =>
    (await invoke('stories.list', { status })).stories.map(({ headline, ranOn }) => [headline, ranOn])
  expect(await listed('published')).toEqual([['端午龍舟賽', '2026-06-20']])
  expect(await listed('ready')).toEqual([['夜市', null]])
  expect(await listed('draft')).toEqual([])
  expect(await listed(null)).toHaveLength(2)

  await invoke('stories.edit', { id: story.id, set: { status: 'draft' } })
  await invoke('edits.undo', {})
  expect(await listed('published')).toHaveLength(1)
})

test('an older story says nothing of it and reads as a draft', async () => {
  const { story } = await invoke('stories.create', { headline: '舊稿' })
  await invoke('archive.close', {})
  const file = desk.at('圖庫', 'stories', `${story.id}.json`)
  // The file was written by this test's own archive and holds a story.
  const written = JSON.parse(await readFile(file, 'utf8')) as { story: Record<string, unknown> }
  const older = Object.entries(written.story).filter(([field]) => !['status', 'due', 'ran'].includes(field))
  await writeFile(file, JSON.stringify({ ...written, story: Object.fromEntries(older) }))
  await invoke('archive.open', { folder: desk.at('圖庫') })
  expect((await invoke('stories.get', { id: story.id })).story).toMatchObject({
    headline: '舊稿',
    status: 'draft',
    due: null,
    ran: [],
  })
  // It can be changed, and the change undone, though the record never held the field.
  await invoke('stories.edit', { id: story.id, set: { status: 'ready' } })
  await invoke('edits.undo', {})
  expect((await invoke('stories.get', { id: story.id })).story.status).toBe('draft')
})

test('what is no status or no day is refused', async () => {
  const { story } = await invoke('stories.create', {})
  const wrong = { id: story.id, set: { due: '2026-13-40' } }
  await expect(invoke('stories.edit', wrong)).rejects.toMatchObject({ code: 'invalid-input' })
})
