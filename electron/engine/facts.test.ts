import { rm } from 'node:fs/promises'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { exiftool } from 'exiftool-vendored'
import type { Fact, Person } from '#contract'
import { type EngineForTests, engineForTests, writePhoto } from './engine-for-tests.js'

/** Linked facts and the rules about publishing, through the engine's commands on real files. */

let desk: EngineForTests
beforeEach(async () => {
  desk = await engineForTests()
  await desk.engine.invoke('archive.create', { folder: desk.at('圖庫') })
})
afterEach(() => desk.close())
afterAll(() => exiftool.end())

const race: Fact = { kind: 'fact', id: 'race', factKind: 'event', name: '端午龍舟賽', otherNames: [] }
const wu: Person = { kind: 'person', id: 'wu', name: '吳坤', otherNames: [], titles: [] }
const invoke: EngineForTests['engine']['invoke'] = (name, input) => desk.engine.invoke(name, input)

async function imported(captions: readonly string[]): Promise<string[]> {
  const paths: string[] = []
  for (const [at, caption] of captions.entries()) {
    const file = desk.at(`IMG_${at + 1}.jpg`)
    await writePhoto(file, at + 1, { width: 40, height: 30 })
    if (caption !== '')
      await exiftool.write(file, { 'XMP-dc:Description': caption }, { writeArgs: ['-overwrite_original'] })
    paths.push(file)
  }
  const { jobId } = await invoke('import.start', { paths })
  return (await desk.finished('import', jobId)).result.imported.map(({ id }) => id)
}
const photo = async (id: string | undefined) => (await invoke('photos.get', { ids: [id ?? ''] })).photos[0]
const texts = (offered: { photos: { linked: boolean; fields: { after: string }[] }[] }) =>
  offered.photos.map(({ linked, fields }) => [linked, ...fields.map(({ after }) => after)])

test('a photo is linked as it comes in; what was left is found again; the link outlives a new index', async () => {
  await invoke('desk.put', { records: [race, wu] })
  const [first, second] = await imported(['端午龍舟賽現場，吳坤致辭。', ''])
  expect((await photo(first))?.facts).toEqual([
    { id: 'race', text: '端午龍舟賽' },
    { id: 'wu', text: '吳坤' },
  ])
  await invoke('photos.edit', { ids: [second ?? ''], set: { headline: '端午龍舟賽' } })
  await invoke('desk.put', { records: [{ ...race, name: '端午龍舟競渡' }] })
  const both = await invoke('facts.corrections', { id: 'race', before: race })
  expect(both.photos.map(({ photoId }) => photoId).sort()).toEqual([first, second].sort())

  // One is corrected, the other left; it stays linked through further edits and a new index.
  await invoke('facts.correct', { id: 'race', changes: both.changes, photoIds: [first ?? ''], printed: [] })
  await invoke('photos.edit', { ids: [second ?? ''], set: { caption: '好。' } })
  await invoke('archive.close', {})
  await rm(desk.at('圖庫', 'cache', 'index.db'))
  await invoke('archive.open', { folder: desk.at('圖庫') })
  const older = await invoke('facts.corrections', { id: 'race', before: null })
  expect(older.changes).toEqual([{ before: '端午龍舟賽', after: '端午龍舟競渡' }])
  expect(texts(older)).toEqual([[true, '端午龍舟競渡']])
  expect((await photo(first))?.facts).toContainEqual({ id: 'race', text: '端午龍舟競渡' })
})

test('printed captions are offered where they hold the words, and go back with the photos in one Undo', async () => {
  await invoke('desk.put', { records: [race] })
  const [first] = await imported(['端午龍舟賽現場。'])
  const { story } = await invoke('stories.create', { headline: '競渡' })
  await invoke('stories.addPhotos', { id: story.id, photoIds: [first ?? ''] })
  await invoke('stories.setPrintedCaption', {
    id: story.id,
    photoId: first ?? '',
    printedCaption: '见报：端午龙舟赛。',
  })
  await invoke('desk.put', { records: [{ ...race, name: '端午龍舟競渡' }] })
  const offered = await invoke('facts.corrections', { id: 'race', before: race })
  expect(offered.printed).toMatchObject([{ headline: '競渡', after: '见报：端午龙舟竞渡。' }])
  const printed = async () => (await invoke('stories.get', { id: story.id })).story.photos[0]?.printedCaption
  const all = { id: 'race', changes: offered.changes, photoIds: [first ?? ''] }
  expect(await invoke('facts.correct', { ...all, printed: offered.printed })).toEqual({ photos: 1, printed: 1 })
  expect([(await photo(first))?.caption, await printed()]).toEqual(['端午龍舟競渡現場。', '见报：端午龙舟竞渡。'])
  expect((await invoke('edits.state', {})).undo).toEqual({ kind: 'photo.facts', count: 2 })
  await invoke('edits.undo', {})
  expect([(await photo(first))?.caption, await printed()]).toEqual(['端午龍舟賽現場。', '见报：端午龙舟赛。'])
})

test('a correction that would lose the link, or of a record that is gone, is refused', async () => {
  await invoke('desk.put', { records: [race] })
  const changes = [{ before: '端午龍舟賽', after: '端陽' }]
  const none = { photoIds: [], printed: [] }
  await expect(invoke('facts.correct', { id: 'race', changes, ...none })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  await expect(invoke('facts.corrections', { id: 'gone', before: null })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  // A record of another kind or another id says nothing of this one.
  expect((await invoke('facts.corrections', { id: 'race', before: wu })).changes).toEqual([])
})

test('events are offered while typing, by their characters and by initials', async () => {
  await invoke('desk.put', { records: [race, wu] })
  const [first] = await imported([''])
  const offered = async (text: string) =>
    (await invoke('captions.complete', { text, caret: text.length, photoId: first ?? '' })).completions
  expect(await offered('昨日端午')).toEqual([{ kind: 'event', from: 2, text: '端午龍舟賽' }])
  expect(await offered('昨日dwl')).toEqual([{ kind: 'event', from: 2, text: '端午龍舟賽' }])
  expect(await offered('昨日')).toEqual([])
})

test('what is under embargo or past its last day stops an export until the desk says otherwise', async () => {
  const [first] = await imported(['居民合影。'])
  const ids = [first ?? '']
  const { story } = await invoke('stories.create', { headline: '稿' })
  await invoke('stories.addPhotos', { id: story.id, photoIds: ids })
  const start = () => invoke('export.start', { storyId: story.id, destination: desk.folder })
  for (const set of [{ embargo: '2999-01-01' }, { embargo: null, expires: '2001-01-01' }]) {
    await invoke('photos.edit', { ids, set })
    await expect(start()).rejects.toMatchObject({ code: 'checks-failed' })
  }
  await invoke('desk.put', { records: [{ kind: 'checks', id: 'checks', levels: { expired: 'warn' }, longest: 200 }] })
  const { jobId } = await start()
  expect((await desk.finished('export', jobId)).result.failed).toEqual([])
})
