import { expect, test } from 'vitest'
import type { Collection } from '#contract'
import { collectionRows, possibleParents } from './collection-rows.js'

const collection = (id: string, parent: string | null, isFolder = false): Collection => ({
  kind: 'collection',
  id,
  name: id,
  parent,
  isFolder,
  photos: [],
})
const all = [
  collection('b10', null),
  collection('b2', null),
  collection('year', null, true),
  collection('flood', 'year'),
  collection('inner', 'year', true),
  collection('deep', 'inner'),
  collection('lost', 'nowhere'),
]
const lines = (closed: string[]) =>
  collectionRows(all, new Set(closed), 'en').map((row) => `${row.depth} ${row.collection.id}`)

test('folders come first, names in their order, numbers as numbers, and orphans at the top', () => {
  expect(lines([])).toEqual(['0 year', '1 inner', '2 deep', '1 flood', '0 b2', '0 b10', '0 lost'])
  expect(lines(['year'])).toEqual(['0 year', '0 b2', '0 b10', '0 lost'])
})

test('a folder is moved into no folder that stands in it', () => {
  expect(possibleParents(all, 'year').map(({ id }) => id)).toEqual([])
  expect(possibleParents(all, 'inner').map(({ id }) => id)).toEqual(['year'])
  expect(possibleParents(all, 'b2').map(({ id }) => id)).toEqual(['year', 'inner'])
  expect(possibleParents(all, null).map(({ id }) => id)).toEqual(['year', 'inner'])
})
