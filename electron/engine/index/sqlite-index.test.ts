import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Photo, PhotoQuery } from '#contract'
import type { ArchiveIndex, IndexUpdate } from './archive-index.js'
import { openMemoryIndex } from './open-index.js'
import { firstPage, photoNumber, query, storyWith } from './records-for-tests.js'

let index: ArchiveIndex

beforeEach(async () => {
  index = await openMemoryIndex()
})
afterEach(() => index.close())

const feed = (changed: Partial<IndexUpdate>) =>
  index.update({ stamps: {}, photos: [], stories: [], removedStories: [], ...changed })

async function files(fields: Partial<PhotoQuery> = {}, slice = firstPage): Promise<string[]> {
  const [listed, asked] = [await index.list(query(fields), slice), await index.ids(query(fields), slice)]
  expect(asked).toEqual({ total: listed.total, ids: listed.photos.map(({ id }) => id) })
  return listed.photos.map(({ file }) => file)
}

describe('orders', () => {
  const photos = [
    photoNumber(1, { file: 'IMG_10.jpg', takenAt: '2026-06-19T09:30:00' }),
    photoNumber(2, { file: 'img_2.jpg', takenAt: null }),
    photoNumber(3, { file: 'IMG_1.jpg', takenAt: '2026-06-20' }),
    photoNumber(4, { file: '龍舟.jpg', takenAt: '2026-06-19T09:30:01+08:00' }),
  ]
  beforeEach(() => index.replaceVolume('catalog/000001', 1, photos))

  test.each([
    ['imported', ['龍舟.jpg', 'IMG_1.jpg', 'img_2.jpg', 'IMG_10.jpg']],
    ['taken', ['IMG_1.jpg', '龍舟.jpg', 'IMG_10.jpg', 'img_2.jpg']],
    ['file', ['IMG_1.jpg', 'img_2.jpg', 'IMG_10.jpg', '龍舟.jpg']],
  ] as const)('%s', async (sort, expected) => {
    expect(await files({ sort })).toEqual(expected)
    // Pages of any size join into the same listing.
    const pages = [0, 1, 2, 3, 4].map((offset) => files({ sort }, { offset, limit: 1 }))
    expect((await Promise.all(pages)).flat()).toEqual(expected)
  })

  test('photos of one moment: the later id first', async () => {
    const same = { importedAt: '2026-11-24T00:00:00.000Z' }
    const twins = [photoNumber(5, { ...same, file: 'a.jpg' }), photoNumber(6, { ...same, file: 'b.jpg' })]
    await index.replaceVolume('catalog/000002', 1, twins)
    expect(await files({}, { offset: 0, limit: 2 })).toEqual(['b.jpg', 'a.jpg'])
  })

  test('a story in its own order, whatever was asked', async () => {
    const story = storyWith([photos[1]!, photos[3]!, photos[0]!])
    await feed({ stories: [story] })
    expect(await files({ storyId: story.id, sort: 'file' })).toEqual(['img_2.jpg', '龍舟.jpg', 'IMG_10.jpg'])
    expect(await files({ storyId: story.id, text: 'IMG' })).toEqual(['img_2.jpg', 'IMG_10.jpg'])
    await feed({ stories: [{ ...story, photos: story.photos.toReversed() }] })
    expect(await files({ storyId: story.id })).toEqual(['IMG_10.jpg', '龍舟.jpg', 'img_2.jpg'])
    await index.forget(`stories/${story.id}`)
    expect(await files({ storyId: story.id })).toEqual([])
  })
})

test('lists what lacks a caption, a credit, or either', async () => {
  await index.replaceVolume('catalog/000001', 1, [
    photoNumber(1, { caption: '說明', credit: '通訊員 供圖' }),
    photoNumber(2, { caption: '說明' }),
    photoNumber(3, { credit: '通訊員 供圖' }),
    photoNumber(4),
  ])
  expect(await files({ missing: 'caption' })).toEqual(['IMG_4.jpg', 'IMG_3.jpg'])
  expect(await files({ missing: 'credit' })).toEqual(['IMG_4.jpg', 'IMG_2.jpg'])
  expect(await files({ missing: 'either' })).toEqual(['IMG_4.jpg', 'IMG_3.jpg', 'IMG_2.jpg'])
  expect(await files({ missing: 'either', text: '說明' })).toEqual(['IMG_2.jpg'])
})

describe('one volume of several', () => {
  const first = [photoNumber(1), photoNumber(2)]
  const second = [photoNumber(3)]
  beforeEach(async () => {
    await index.replaceVolume('catalog/000001', 11, first)
    await index.replaceVolume('catalog/000002', 12, second)
  })

  test('is replaced: what is gone goes, what changed changes, other volumes stay', async () => {
    const next = [{ ...first[1]!, caption: '新' }, photoNumber(4)]
    await index.replaceVolume('catalog/000001', 13, next)
    expect(await files()).toEqual(['IMG_4.jpg', 'IMG_3.jpg', 'IMG_2.jpg'])
    expect(await files({ text: '新' })).toEqual(['IMG_2.jpg'])
    expect(await index.get([first[0]!.id])).toEqual([])
    expect(await index.stamps()).toEqual(new Map([['catalog/000001', 13], ['catalog/000002', 12]])) // prettier-ignore
  })

  test('is forgotten with its stamp and its words', async () => {
    await index.forget('catalog/000001')
    expect(await files()).toEqual(['IMG_3.jpg'])
    expect(await files({ text: 'img_1' })).toEqual([])
    expect([...(await index.stamps()).keys()]).toEqual(['catalog/000002'])
  })

  test('a photo that moved into another volume goes with that one', async () => {
    await index.replaceVolume('catalog/000002', 14, [...second, first[0]!])
    await index.replaceVolume('catalog/000001', 15, [first[1]!])
    expect(await files()).toEqual(['IMG_3.jpg', 'IMG_2.jpg', 'IMG_1.jpg'])
  })
})

test('a change that cannot be taken over whole is not taken over at all', async () => {
  const [good, twin] = [photoNumber(1), photoNumber(2)]
  const story = storyWith([good])
  // A record that SQLite cannot hold stands for any failure half way.
  const bad = { ...twin, sha256: Symbol('no text') } as unknown as Photo
  const change: Partial<IndexUpdate> = {
    stamps: { 'catalog/000001': 1, [`stories/${story.id}`]: 1 },
    photos: [good, bad].map((photo) => ({ volume: 'catalog/000001', photo })),
    stories: [story],
  }
  await expect(feed(change)).rejects.toThrow()
  expect([await files(), await index.stamps(), await index.counts()]).toEqual([
    [],
    new Map(),
    { photos: 0, stories: 0 },
  ])
  await feed({ ...change, photos: [{ volume: 'catalog/000001', photo: good }] })
  expect(await index.counts()).toEqual({ photos: 1, stories: 1 })
})

test('answers what an import asks: bytes known by size and by hash', async () => {
  const photo = photoNumber(7)
  await index.replaceVolume('catalog/000001', 1, [photo])
  expect([await index.hasSize(1007), await index.hasSize(1008)]).toEqual([true, false])
  expect(await index.findBySha256(photo.sha256)).toBe(photo.id)
  expect(await index.findBySha256('f'.repeat(64))).toBe(null)
})

test('photos that nobody has looked at: until their bytes are known, or they are gone or set aside', async () => {
  const [first, second, third] = [photoNumber(1), photoNumber(2), photoNumber(3)]
  const unseen = async () => (await index.notLookedAt(9)).map(({ id }) => id)
  await index.replaceVolume('catalog/000001', 1, [first, second, third])
  expect(await unseen()).toEqual([third.id, second.id, first.id])
  expect((await index.notLookedAt(1)).map(({ id }) => id)).toEqual([third.id])
  await index.putLikenesses([{ sha256: second.sha256, likeness: null }])
  expect(await unseen()).toEqual([third.id, first.id])
  // Its bytes are others now, and later ones that are known.
  await index.replaceVolume('catalog/000001', 2, [first, { ...second, sha256: 'f'.repeat(64) }, third])
  expect(await unseen()).toEqual([third.id, second.id, first.id])
  await index.replaceVolume('catalog/000001', 3, [first, second, { ...third, trashedAt: '2026-11-24T00:00:00.000Z' }])
  expect(await unseen()).toEqual([first.id])
  expect(await index.notLookedAtCount()).toBe(1)
  await index.replaceVolume('catalog/000001', 4, [second])
  expect(await unseen()).toEqual([])
})

test('answers photos in the order asked, without the unknown', async () => {
  const photos = [photoNumber(1, { keywords: ['端午'] }), photoNumber(2), photoNumber(3)]
  await index.replaceVolume('catalog/000001', 1, photos)
  const order = [photos[2]!.id, photoNumber(9).id, photos[0]!.id]
  expect(await index.get(order)).toEqual([photos[2], photos[0]])
})

test('lists stories, newest first, with the number of their photos', async () => {
  const photos = [photoNumber(1), photoNumber(2)]
  const older = { ...storyWith(photos), createdAt: '2026-11-01T00:00:00.000Z' }
  const newer = storyWith([])
  await feed({ stories: [older, newer] })
  expect(await index.stories()).toEqual([
    { id: newer.id, createdAt: newer.createdAt, headline: '端午龍舟賽', slug: '龍舟賽', photoCount: 0 },
    { id: older.id, createdAt: older.createdAt, headline: '端午龍舟賽', slug: '龍舟賽', photoCount: 2 },
  ])
  await feed({ removedStories: [older.id], stamps: {} })
  expect((await index.stories()).length).toBe(1)
})
