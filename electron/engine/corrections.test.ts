import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { exiftool } from 'exiftool-vendored'
import { type EngineForTests, engineForTests, writePhoto } from './engine-for-tests.js'

/** A wrong wording put right everywhere, through the engine's commands on real files. */

let desk: EngineForTests
beforeEach(async () => {
  desk = await engineForTests()
  await desk.engine.invoke('archive.create', { folder: desk.at('圖庫') })
  await mkdir(desk.at('匯出'))
})
afterEach(() => desk.close())
afterAll(() => exiftool.end())

const invoke: EngineForTests['engine']['invoke'] = (name, input) => desk.engine.invoke(name, input)

async function storyWith(headline: string, captions: readonly string[]) {
  const paths: string[] = []
  for (const [at] of captions.entries()) {
    paths.push(desk.at(`${headline}_${at}.jpg`))
    await writePhoto(desk.at(`${headline}_${at}.jpg`), at + 1, { width: 60, height: 40 })
  }
  const { jobId } = await invoke('import.start', { paths })
  const ids = (await desk.finished('import', jobId)).result.imported.map(({ id }) => id)
  for (const [at, caption] of captions.entries())
    await invoke('photos.edit', { ids: [ids[at] ?? ''], set: { caption } })
  const { story } = await invoke('stories.create', { headline })
  await invoke('stories.addPhotos', { id: story.id, photoIds: ids })
  return { storyId: story.id, ids }
}

test('a name is corrected in photos, credits, stories and printed captions, and one undo brings all back', async () => {
  const { storyId, ids } = await storyWith('吳坤獲獎', ['吳坤領獎，吴坤致辭。', '觀眾鼓掌。', '吳坤明到場。'])
  const [first = '', second = '', third = ''] = ids
  await invoke('photos.edit', { ids: [third], set: { people: ['吳坤明'] } })
  await invoke('photos.edit', { ids: [second], set: { credit: '通訊員 吳坤 供圖', creators: ['吳坤'] } })
  await invoke('stories.edit', { id: storyId, set: { text: '冠軍吳坤說。\n\n吳坤又說。', byline: '記者 萬鼎' } })
  await invoke('stories.setPrintedCaption', { id: storyId, photoId: second, printedCaption: '左起：吳坤、萬鼎' })
  const before = await invoke('photos.get', { ids })
  const story = (await invoke('stories.get', { id: storyId })).story

  const found = await invoke('corrections.find', { from: '吳坤', to: '吳昆' })
  const places = found.texts.map(({ of, hits }) => [
    of.kind,
    hits.map(({ field, before, after, doubtful }) => `${field} ${before}>${after}${doubtful ? '?' : ''}`),
  ])
  expect(places).toHaveLength(5)
  expect(places).toEqual(
    expect.arrayContaining([
      ['photo', ['caption 吳坤>吳昆', 'caption 吴坤>吴昆']],
      ['photo', ['credit 吳坤>吳昆', 'creators 吳坤>吳昆']],
      ['photo', ['caption 吳坤>吳昆?', 'people 吳坤>吳昆?']],
      ['story', ['headline 吳坤>吳昆', 'text 吳坤>吳昆', 'text 吳坤>吳昆']],
      ['printed', ['printed 吳坤>吳昆']],
    ]),
  )
  expect((await invoke('photos.get', { ids })).photos).toEqual(before.photos)

  const done = await invoke('corrections.apply', {
    from: '吳坤',
    to: '吳昆',
    places: found.texts.flatMap(({ of, hits }) => {
      const sure = hits.filter(({ doubtful }) => !doubtful)
      return sure.length === 0 ? [] : [{ of, hits: sure }]
    }),
  })
  expect(done).toEqual({ photos: 2, stories: 1, printed: 1, skipped: 0 })
  const after = (await invoke('photos.get', { ids })).photos
  expect(after.map(({ caption }) => caption)).toEqual(['吳昆領獎，吴昆致辭。', '觀眾鼓掌。', '吳坤明到場。'])
  expect(after[1]).toMatchObject({ credit: '通訊員 吳昆 供圖', creators: ['吳昆'], creditParts: [{ names: ['吳昆'] }] })
  expect((await invoke('stories.get', { id: storyId })).story).toMatchObject({
    headline: '吳昆獲獎',
    text: '冠軍吳昆說。\n\n吳昆又說。',
    photos: [{ photoId: first }, { printedCaption: '左起：吳昆、萬鼎' }, { photoId: third }],
  })
  const { changes } = await invoke('photos.history', { id: first })
  expect(changes[0]).toMatchObject({ field: 'caption', before: '吳坤領獎，吴坤致辭。', after: '吳昆領獎，吴昆致辭。' })

  await invoke('edits.undo', {})
  expect((await invoke('photos.get', { ids })).photos).toEqual(before.photos)
  expect((await invoke('stories.get', { id: storyId })).story).toEqual(story)
})

test('what is right already is no hit, and places that changed meanwhile are skipped', async () => {
  const { ids } = await storyWith('開幕', ['吳坤明與吳坤合影。'])
  const { texts } = await invoke('corrections.find', { from: '吳坤', to: '吳坤明' })
  expect(texts.flatMap(({ hits }) => hits.map(({ at }) => at))).toEqual([4])
  await invoke('photos.edit', { ids, set: { caption: '合影。' } })
  const places = texts.map(({ of, hits }) => ({ of, hits }))
  expect(await invoke('corrections.apply', { from: '吳坤', to: '吳坤明', places })).toEqual({
    photos: 0,
    stories: 0,
    printed: 0,
    skipped: 1,
  })
})

test('a bundle that carried it is exported again as a correction, names the one it replaces, and is offered no more', async () => {
  const { storyId, ids } = await storyWith('龍舟', ['吳坤衝線。'])
  const start = await invoke('export.start', { storyId, destination: desk.at('匯出'), preset: 'web', zip: false })
  const old = (await desk.finished('export', start.jobId)).result.destination
  const found = await invoke('corrections.find', { from: '吳坤', to: '吳昆' })
  expect(found.bundles).toMatchObject([{ destination: old, preset: 'web', printed: ['吳坤衝線。'], hindrance: null }])
  const places = found.texts.map(({ of, hits }) => ({ of, hits }))
  await invoke('corrections.apply', { from: '吳坤', to: '吳昆', places })

  const usageId = found.bundles[0]?.id ?? ''
  const again = await invoke('export.reissue', { usageId, note: '吳坤 → 吳昆' })
  const { destination } = (await desk.finished('export', again.jobId)).result
  expect(destination).toBe(path.join(desk.at('匯出'), '龍舟-更正'))
  const info = await readFile(path.join(destination, 'bag-info.txt'), 'utf8')
  expect(info).toContain('Replaces-Bag: 龍舟\n')
  expect(info).toContain(`Replaces-Export: urn:uuid:${usageId}\n`)
  expect(info).toContain('Correction-Note: 吳坤 → 吳昆\n')
  expect(await readFile(path.join(old, 'bag-info.txt'), 'utf8')).not.toContain('Replaces')
  const left = await invoke('corrections.bundles', { wordings: ['吳坤'], photoIds: ids })
  expect(left.bundles).toMatchObject([{ destination, printed: [] }])
  const { uses } = await invoke('usage.ofPhoto', { id: ids[0] ?? '' })
  expect(uses.map(({ corrects }) => corrects)).toEqual([usageId, null])
})
