import { expect, test } from 'vitest'
import { nameBundlePhotos, storySlug } from './bundle-photo.js'
import { photoRecord, preset, storyOf } from './story-for-tests.js'

const names = (fileName: string, kind: 'web' | 'original', ...files: string[]) => {
  const photos = files.map((file, index) => ({ ...photoRecord(index + 1), file }))
  return nameBundlePhotos(storyOf(photos), photos, preset(kind, { fileName })).map(({ file }) => file)
}

test('renditions are JPEGs, copies keep their ending', () => {
  expect(names('{slug}-{seq:2}', 'web', 'a.png', 'b.TIF')).toEqual(['端午龍舟賽-01.jpg', '端午龍舟賽-02.jpg'])
  expect(names('{file}', 'original', 'a.PNG', '無尾', 'b.有/尾')).toEqual(['a.PNG', '無尾.jpg', '尾.jpg'])
})

test('equal names are told apart, and none takes a document’s', () => {
  expect(names('{file}', 'web', 'a.jpg', 'A.png', 'a.jpg')).toEqual(['a.jpg', 'A-2.jpg', 'a-3.jpg'])
  expect(names('{file}', 'original', 'Cutline.json')).toEqual(['Cutline-2.json'])
})

test('a photo without a date is named by the day it came in', () => {
  const photos = [photoRecord(1, { takenAt: null }), photoRecord(2)]
  const [imported, taken] = nameBundlePhotos(storyOf(photos), photos, preset('web', { fileName: '{date}' }))
  expect(imported?.file).toMatch(/^2026-06-(19|20)\.jpg$/)
  expect(taken?.file).toMatch(/^2026-06-19(-2)?\.jpg$/)
})

test('a story’s own slug wins over its headline', () => {
  expect(storySlug(storyOf([]))).toBe('端午龍舟賽')
  expect(storySlug(storyOf([], { slug: 'Boats 2026' }))).toBe('Boats-2026')
})
