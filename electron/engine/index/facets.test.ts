import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Collection, type Facets, ImageFormat, type Photo, PhotoFilters } from '#contract'
import type { ArchiveIndex } from './archive-index.js'
import { openIndex, openMemoryIndex } from './open-index.js'
import { firstPage, photoNumber, query, storyWith } from './records-for-tests.js'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

const name = fc.constantFrom('萬鼎', '柯陽', '田城', '李理')
const place = fc.constantFrom('', '沙田', '舊街')
const record = fc.record({
  people: fc.uniqueArray(name, { maxLength: 3 }),
  keywords: fc.uniqueArray(fc.constantFrom('體育', '文化', 'sports'), { maxLength: 2 }),
  place,
  credit: fc.constantFrom('', '通訊員 供圖', '柯陽攝'),
  caption: fc.constantFrom('', '龍舟賽', '頒獎'),
  rating: fc.constantFrom(null, -1, 0, 3, 5),
  label: fc.constantFrom('', 'Red', 'Blue'),
  flag: fc.constantFrom('' as const, 'pick' as const),
  format: fc.constantFrom(...ImageFormat.options),
  width: fc.constantFrom(100, 200),
  height: fc.constantFrom(100, 200),
  takenAt: fc.constantFrom(null, '2026-10-31T23:59:59', '2026-11-01', '2026-11-02T10:00:00+08:00'),
  doNotUse: fc.constantFrom('', '當事人要求'),
})

const filters = fc
  .record(
    {
      person: fc.subarray(['萬鼎', '柯陽', ''], { maxLength: 2 }),
      place: fc.subarray(['沙田', '舊街', '']),
      keyword: fc.subarray(['體育', 'sports']),
      label: fc.subarray(['Red', '']),
      rating: fc.constantFrom(null, 1, 4),
      flag: fc.subarray(['' as const, 'pick' as const]),
      format: fc.subarray(['jpeg' as const, 'raw' as const]),
      orientation: fc.subarray(['landscape' as const, 'square' as const]),
      rights: fc.subarray(['do-not-use' as const]),
      taken: fc.constantFrom(null, { from: '2026-11-01', to: null }, { from: null, to: '2026-10-31' }),
    },
    { requiredKeys: [] },
  )
  .map((some) => PhotoFilters.parse(some))

/** The same by going through the records one by one. */
function fits(photo: Photo, asked: PhotoFilters): boolean {
  const any = (wanted: readonly string[], has: readonly string[]) =>
    wanted.length === 0 ||
    wanted.some((value) => (value === '' ? has.every((each) => each === '') : has.includes(value)))
  const orientation = photo.width > photo.height ? 'landscape' : photo.width < photo.height ? 'portrait' : 'square'
  const day = photo.takenAt?.slice(0, 10)
  const { taken } = asked
  return (
    any(asked.person, photo.people) &&
    any(asked.place, [photo.place]) &&
    any(asked.keyword, photo.keywords) &&
    any(asked.label, [photo.label]) &&
    (asked.rating === null || (photo.rating ?? 0) >= asked.rating) &&
    (asked.flag.length === 0 || asked.flag.includes(photo.flag)) &&
    (asked.format.length === 0 || asked.format.includes(photo.format)) &&
    (asked.orientation.length === 0 || asked.orientation.includes(orientation)) &&
    (asked.rights.length === 0 || photo.doNotUse !== '') &&
    (taken === null || (day !== undefined && day >= (taken.from ?? '') && day <= (taken.to ?? '9')))
  )
}

function counted(facets: Facets, facet: keyof Facets['values']): Record<string, number> {
  return Object.fromEntries(facets.values[facet].values.map(({ value, count }) => [value, count]))
}

function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) if (value !== '') counts[value] = (counts[value] ?? 0) + 1
  return counts
}

test('filters find, and facets count, what going through all records finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(record, { maxLength: 25 }), filters, async (records, asked) => {
      const index = await openMemoryIndex()
      const photos = records.map((fields, at) => photoNumber(at, fields))
      await index.replaceVolume('catalog/000001', 1, photos)
      const wanted = photos.filter((photo) => fits(photo, asked))
      const { ids } = await index.ids(query({ filters: asked }), firstPage)
      expect([...ids].sort()).toEqual(wanted.map(({ id }) => id).sort())
      const facets = await index.facets(query({ filters: asked }), 100)
      expect(facets.total).toBe(wanted.length)
      expect(counted(facets, 'credit')).toEqual(tally(wanted.map(({ credit }) => credit)))
      // A filter's own counts leave that filter out.
      const without = (filter: keyof PhotoFilters) => {
        const others = { ...asked, [filter]: PhotoFilters.parse({})[filter] }
        return photos.filter((photo) => fits(photo, others))
      }
      expect(counted(facets, 'person')).toEqual(tally(without('person').flatMap(({ people }) => people)))
      expect(counted(facets, 'keyword')).toEqual(tally(without('keyword').flatMap(({ keywords }) => keywords)))
      expect(facets.missing.caption).toBe(wanted.filter(({ caption }) => caption === '').length)
      const months = tally(without('taken').map(({ takenAt }) => takenAt?.slice(0, 7) ?? ''))
      expect(Object.fromEntries(facets.taken.months.map(({ month, count }) => [month, count]))).toEqual(months)
      await index.close()
    }),
    { numRuns: 60 },
  )
})

test('after any changes the index says what one made anew says, also when it was closed in between', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'cutline-index-'))
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.tuple(fc.nat(11), record), { minLength: 1, maxLength: 6 }), {
          minLength: 1,
          maxLength: 4,
        }),
        async (rounds) => {
          const file = path.join(folder, `${Math.random().toString(36).slice(2)}.db`)
          const originals = Array.from({ length: 12 }, (_, at) => photoNumber(at))
          const now = new Map<number, Photo>()
          let index = await openIndex(file)
          for (const [round, changes] of rounds.entries()) {
            for (const [at, fields] of changes) now.set(at, { ...originals[at]!, ...fields })
            const photos = [...now.values()].map((photo) => ({ volume: 'catalog/000001', photo }))
            await index.update({ stamps: {}, photos, stories: [], removedStories: [] })
            if (round % 2 === 0) continue
            await index.close()
            index = await openIndex(file)
          }
          const anew = await openMemoryIndex()
          await anew.replaceVolume('catalog/000001', 1, [...now.values()])
          for (const text of ['龍舟', '頒', 'wd', 'person:柯陽', '-sports', 'rating:>=3', '沙田 OR 舊街', '']) {
            const [one, other] = await Promise.all([listed(index, text), listed(anew, text)])
            expect([text, one]).toEqual([text, other])
          }
          expect(sortedFacets(await index.facets(query(), 100))).toEqual(sortedFacets(await anew.facets(query(), 100)))
          await Promise.all([index.close(), anew.close()])
        },
      ),
      { numRuns: 25 },
    )
  } finally {
    await rm(folder, { recursive: true })
  }
})

async function listed(index: ArchiveIndex, text: string): Promise<string[]> {
  const found = await index.list(query({ text, sort: 'file' }), firstPage)
  return found.photos.map(({ file }) => file)
}

function sortedFacets(facets: Facets): unknown {
  const byValue = Object.values(facets.values).map(({ values }) =>
    values.toSorted((a, b) => (a.value < b.value ? -1 : 1)),
  )
  return { ...facets, values: byValue }
}

test('stories and collections narrow a listing, and are counted under their names', async () => {
  const index = await openMemoryIndex()
  const photos = [photoNumber(1), photoNumber(2), photoNumber(3)]
  await index.replaceVolume('catalog/000001', 1, photos)
  const story = storyWith(photos.slice(0, 2))
  await index.update({ stamps: {}, photos: [], stories: [story], removedStories: [] })
  const collection: Collection = {
    kind: 'collection',
    id: 'best',
    name: '年度精選',
    parent: null,
    isFolder: false,
    photos: [photos[2]!.id, photos[0]!.id],
  }
  await index.putCollections([collection])
  const files = async (some: Partial<PhotoFilters>, text = '') =>
    (await index.list(query({ filters: PhotoFilters.parse(some), text }), firstPage)).photos.map(({ file }) => file)
  expect(await files({ story: [story.id] })).toEqual(['IMG_2.jpg', 'IMG_1.jpg'])
  expect(await files({ story: [''] })).toEqual(['IMG_3.jpg'])
  expect(await files({ collection: ['best'] })).toEqual(['IMG_3.jpg', 'IMG_1.jpg'])
  expect(await files({}, 'collection:精选')).toEqual(['IMG_3.jpg', 'IMG_1.jpg'])
  expect(await files({ used: false })).toEqual(['IMG_3.jpg'])
  const { values, used } = await index.facets(query(), 10)
  expect(values.story.values).toEqual([{ value: story.id, label: story.headline, count: 2 }])
  expect(values.collection.values).toEqual([{ value: 'best', label: '年度精選', count: 2 }])
  expect(used).toEqual({ used: 2, unused: 1 })
  await index.putCollections([{ ...collection, photos: [photos[1]!.id] }])
  expect(await files({ collection: ['best'] })).toEqual(['IMG_2.jpg'])
  await index.forget(`stories/${story.id}`)
  await index.putCollections([])
  expect(await files({ collection: ['best'] })).toEqual([])
  expect((await index.facets(query(), 10)).values.story.values).toEqual([])
  await index.close()
})

test('what is in the trash or set aside is listed by itself', async () => {
  const index = await openMemoryIndex()
  const twin = photoNumber(9)
  await index.replaceVolume('catalog/000001', 1, [
    photoNumber(1, { caption: '龍舟' }),
    photoNumber(2, { caption: '龍舟', trashedAt: '2026-11-24T00:00:00.000Z' }),
    photoNumber(3, { caption: '龍舟', twinOf: twin.id }),
  ])
  for (const text of ['', '龍舟']) {
    const files = async (some: Parameters<typeof query>[0]) =>
      (await index.list(query({ text, ...some }), firstPage)).photos.map(({ file }) => file)
    expect(await files({})).toEqual(['IMG_1.jpg'])
    expect(await files({ trashed: true })).toEqual(['IMG_2.jpg'])
    expect(await files({ setAside: true })).toEqual(['IMG_3.jpg'])
  }
  await index.close()
})
