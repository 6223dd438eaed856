import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Photo } from '#contract'
import type { Archive } from '../archive/archive.js'
import { add, photoNumber, setCaption, storyNamed, temporaryArchive } from '../archive/archive-for-tests.js'
import { openArchive } from '../archive/folder-archive.js'
import type { ArchiveIndex } from '../index/archive-index.js'
import { openMemoryIndex } from '../index/open-index.js'
import { query } from '../index/records-for-tests.js'
import { IndexFeed } from './index-feed.js'

let folder: { folder: string; remove: () => Promise<void> }
let archive: Archive
let index: ArchiveIndex
let reported: number[]
let feed: IndexFeed
const photos: Photo[] = Array.from({ length: 3_500 }, (_, at) =>
  photoNumber(at, { importedAt: new Date(Date.UTC(2026, 10, 1) + at * 1_000).toISOString(), caption: `說明 ${at}` }),
)

const total = async (from: ArchiveIndex, text = '') => (await from.list(query({ text }), { offset: 0, limit: 1 })).total

beforeEach(async () => {
  folder = await temporaryArchive()
  archive = await openArchive(folder.folder, { user: '田城' })
  await archive.commit('import', () => photos.map(add))
  index = await openMemoryIndex()
  reported = []
  feed = new IndexFeed(archive, index, (part) => reported.push(part))
  archive.onChange((change) => void feed.follow(change))
})
afterEach(async () => {
  await feed.close()
  await archive.close()
  await index.close()
  await folder.remove()
})

test('answers while it catches up, the newest first, with every change made meanwhile', async () => {
  feed.catchUp()
  const [first] = await listedWhen((count) => count > 0)
  expect(first?.id).toBe(photos.at(-1)?.id)
  const before = await total(index)
  expect(before).toBeLessThan(photos.length)

  // One that it does not hold yet, and one that it does.
  const [oldest, newest] = [photos[0], photos.at(-1)]
  if (!oldest || !newest) throw new Error('there are photos')
  await archive.commit('photo.edit', () => [setCaption(oldest, '更正一'), setCaption(newest, '更正二')])
  const soFar = await feed.soFar()
  expect(await total(soFar, '更正一')).toBe(1)
  expect(await total(soFar, '更正二')).toBe(1)
  const added = photoNumber(9_999, { caption: '剛入庫' })
  await archive.commit('import', () => [add(added)])
  expect(await total(await feed.soFar(), '剛入庫')).toBe(1)

  const whole = await feed.whole()
  expect(await total(whole)).toBe(photos.length + 1)
  expect(await total(whole, '更正一')).toBe(1)
  expect(await total(whole, '"說明 0"')).toBe(0)
  expect(await whole.stamps()).toEqual(archive.stamps())
  expect(reported.at(-1)).toBe(1)
})

test('stops when it is closed, and goes on from there', async () => {
  feed.catchUp()
  await listedWhen((count) => count > 0)
  await feed.close()
  const held = await index.stamps()
  expect(held.size).toBeLessThan(archive.stamps().size)
  for (const [unit, stamp] of held) expect(archive.stamps().get(unit)).toBe(stamp)
  const next = new IndexFeed(archive, index, () => undefined)
  next.catchUp()
  expect(await total(await next.whole())).toBe(photos.length)
  await next.close()
})

test('who waits for the whole is not kept waiting when it stops', async () => {
  feed.catchUp()
  const whole = feed.whole()
  await listedWhen((count) => count > 0)
  feed.stop()
  expect(await total(await whole)).toBeLessThan(photos.length)
})

test('photos stand in their stories, whichever came first', async () => {
  const story = {
    ...storyNamed('龍舟賽'),
    photos: photos.slice(0, 3).map(({ id }) => ({ photoId: id, printedCaption: null })),
  }
  await archive.commit('story.create', () => [{ op: 'story.add', story }])
  feed.catchUp()
  expect(await total(await feed.whole(), 'story:龍舟賽')).toBe(3)
})

/** Asks as a window does until there is enough to see. */
async function listedWhen(isEnough: (count: number) => boolean): Promise<Photo[]> {
  for (;;) {
    const listed = await (await feed.soFar()).list(query(), { offset: 0, limit: 10 })
    if (isEnough(listed.total)) return listed.photos
    await new Promise(setImmediate)
  }
}
