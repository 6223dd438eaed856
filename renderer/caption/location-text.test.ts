import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Location, Photo, PhotoFields } from '#contract'
import { baseOf, changesOf, photoRules } from './field-text.js'
import { emptyLocation, readLocations, rowsOf, showLocations } from './location-text.js'

const part = fc.oneof(
  fc.constant(''),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(' 內港 ', '南灣\n湖'),
)
const row: fc.Arbitrary<Location> = fc.record({
  place: part,
  city: part,
  province: part,
  country: part,
  countryCode: part,
})

test('rows are typed as they are; what is stored is what the archive would make of them', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
      const text = showLocations(rows)
      expect(rowsOf(text)).toEqual(rows)
      const stored = readLocations(text)
      expect(PhotoFields.shape.locationsShown.parse(stored)).toEqual(stored)
      expect(readLocations(showLocations(stored))).toEqual(stored)
    }),
  )
})

test('a text of the draft becomes a change of the field', () => {
  const port = { ...emptyLocation, place: '內港', countryCode: 'MO' }
  const text = showLocations([{ ...port, place: ' 內港 ' }, emptyLocation])
  expect(changesOf({ locationCreated: text, locationsShown: text })).toEqual({
    set: { locationCreated: port, locationsShown: [port] },
    unreadable: [],
  })
  expect(changesOf({ locationCreated: '', locationsShown: '' }).set).toEqual({
    locationCreated: null,
    locationsShown: [],
  })
  // A row that says nothing is no change.
  expect(photoRules.tidy('locationsShown', showLocations([emptyLocation]))).toBe('')
})

test('photos that differ show neither', () => {
  const photo = Photo.parse({
    id: '0190163d-8694-739b-aea5-966c26f8ad91',
    file: 'IMG_1.jpg',
    path: 'originals/2026/2026-11-25/IMG_1.jpg',
    sha256: 'ab'.repeat(32),
    bytes: 1,
    format: 'jpeg',
    width: 1,
    height: 1,
    importedAt: '2026-11-25T00:00:00.000Z',
    batch: '0190163d-8694-739b-aea5-966c26f8ad92',
  })
  const base = baseOf([{ ...photo, locationCreated: { ...emptyLocation, city: '澳門' } }, photo])
  expect([base.locationCreated, base.locationsShown]).toEqual([null, ''])
})
