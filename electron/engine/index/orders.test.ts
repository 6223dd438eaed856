import { afterEach, beforeEach, expect, it, test } from 'vitest'
import type { Photo, PhotoQuery } from '#contract'
import type { ArchiveIndex } from './archive-index.js'
import { openMemoryIndex } from './open-index.js'
import { photoNumber, query, storyWith } from './records-for-tests.js'

/** Listings in every order: of few photos, sorted by themselves, and of so many that the order of all is gone through. */

let index: ArchiveIndex
beforeEach(async () => {
  index = await openMemoryIndex()
})
afterEach(() => index.close())

const feed = (photos: readonly Photo[]) =>
  index.update({
    stamps: {},
    photos: photos.map((photo) => ({ volume: 'catalog/000001', photo })),
    stories: [],
    removedStories: [],
  })
const listed = async (sort: PhotoQuery['sort'], narrowed: Partial<PhotoQuery> = {}) =>
  (await index.list(query({ sort, ...narrowed }), { offset: 0, limit: 3_000 })).photos

const names = new Intl.Collator('zh', { numeric: true })
const by: Partial<Record<PhotoQuery['sort'], (photo: Photo) => string>> = {
  credit: ({ credit }) => credit,
  creator: ({ creators }) => creators[0] ?? '',
}
function expectedOrder(photos: readonly Photo[], sort: PhotoQuery['sort']): string[] {
  const value = by[sort]
  return photos
    .toSorted((a, b) => {
      const newest = a.importedAt < b.importedAt ? 1 : a.importedAt > b.importedAt ? -1 : a.id < b.id ? 1 : -1
      if (sort === 'rating') return (b.rating ?? 0) - (a.rating ?? 0) || newest
      const [one, other] = [value?.(a) ?? '', value?.(b) ?? '']
      if (one === other) return newest
      return one === '' ? 1 : other === '' ? -1 : names.compare(one, other)
    })
    .map(({ id }) => id)
}

const many = Array.from({ length: 2_500 }, (_, at) =>
  photoNumber(at, {
    credit: ['', '通訊員 柯陽 供圖', '本報記者 萬鼎 攝', 'AP 2', 'AP 10'][at % 5] ?? '',
    creators: at % 3 === 0 ? [] : [['柯陽', '萬鼎', '田城'][(at % 7) % 3] ?? '', '某人'],
    rating: [null, -1, 0, 3, 5][at % 5] ?? null,
  }),
)

it.each(['credit', 'creator', 'rating'] as const)('%s: all of many, some of them, and after a change', async (sort) => {
  await feed(many)
  expect((await listed(sort)).map(({ id }) => id)).toEqual(expectedOrder(many, sort))
  const some = { text: 'file:IMG_1' }
  const fitting = many.filter(({ file }) => file.startsWith('IMG_1'))
  expect((await listed(sort, some)).map(({ id }) => id)).toEqual(expectedOrder(fitting, sort))
  const changed = many.map((photo, at) =>
    at === 7 ? { ...photo, credit: '一號署名', creators: ['阿甲'], rating: 4 } : photo,
  )
  await feed(changed)
  expect((await listed(sort)).map(({ id }) => id)).toEqual(expectedOrder(changed, sort))
})

test('headlines are sorted as names are, photos without one last', async () => {
  const photos = ['第10屆', '第9屆', '', 'Alpha'].map((headline, at) => photoNumber(at, { headline }))
  await feed(photos)
  expect((await listed('headline')).map(({ headline }) => headline)).toEqual(['Alpha', '第9屆', '第10屆', ''])
})

test('by story: the newest story first, a photo of several with its newest; groups count as the listing stands', async () => {
  const photos = [1, 2, 3, 4, 5].map((number) => photoNumber(number))
  await feed(photos)
  const [one, two, three, , five] = photos as [Photo, Photo, Photo, Photo, Photo] // five were made above
  const older = { ...storyWith([one, two]), id: '0199a000-0000-7000-8000-000000000001', headline: '舊稿' }
  const newer = { ...storyWith([two, three]), id: '0199b000-0000-7000-8000-000000000001', headline: '新稿' }
  await index.update({ stamps: {}, photos: [], stories: [older, newer], removedStories: [] })
  expect((await listed('story')).map(({ file }) => file)).toEqual(
    ['IMG_3', 'IMG_2', 'IMG_1', 'IMG_5', 'IMG_4'].map((file) => `${file}.jpg`),
  )
  expect(await index.storyGroups(query({ sort: 'story' }))).toEqual([
    { story: newer.id, headline: '新稿', count: 2 },
    { story: older.id, headline: '舊稿', count: 1 },
    { story: '', headline: '', count: 2 },
  ])
  expect(await index.storyGroups(query({ text: `file:${five.file}` }))).toEqual([{ story: '', headline: '', count: 1 }])
})
