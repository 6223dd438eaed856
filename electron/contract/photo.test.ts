import { expect, test } from 'vitest'
import { fieldForms, photoFields } from './photo-fields.js'
import { compactPhoto, emptyPhoto, Photo, wholePhoto } from './photo.js'

const record = Photo.parse({
  id: '0199c0de-0000-7000-8000-000000000001',
  file: 'IMG_1.jpg',
  path: 'originals/2026/2026-11-23/IMG_1.jpg',
  sha256: 'a'.repeat(64),
  bytes: 1,
  format: 'jpeg',
  width: 3,
  height: 2,
  importedAt: '2026-11-23T00:00:00Z',
  batch: '',
  caption: '小區全面整治。',
  regions: [{ name: '萬鼎', x: 0.1, y: 0.2, width: 0.3, height: 0.4 }],
})

test('a record of an older version, which knows fewer fields, is whole after reading', () => {
  expect(record).toMatchObject({ altText: '', rating: null, locationsShown: [], companions: [], facts: [] })
  for (const field of photoFields) expect(record[field]).not.toBeUndefined()
})

test('what a record does not say is not stored, and is there again when it is read', () => {
  const stored = compactPhoto(record)
  expect(Object.keys(stored)).not.toContain('altText')
  expect(Object.keys(stored)).toContain('regions')
  expect(wholePhoto(JSON.parse(JSON.stringify(stored)) as Partial<Photo>)).toEqual(record)
  expect(Photo.parse(stored)).toEqual(record)
})

test('what is not nothing is stored: zero stars, a rejected photo, a mark', () => {
  const said = { ...record, rating: 0, contentCredentials: true }
  expect(wholePhoto(compactPhoto(said))).toEqual(said)
})

test('every field has a form, and a value that says nothing', () => {
  expect(Object.keys(fieldForms)).toEqual(photoFields)
  for (const field of photoFields) expect(emptyPhoto).toHaveProperty(field)
})
