import { expect, it } from 'vitest'
import { backwards } from './backwards.js'
import type { PhotoList } from './usePhotoList.js'

const ids = ['a', 'b', 'c', 'd', 'e']
const looked: [number, number][] = []
const list: PhotoList = {
  total: ids.length,
  error: null,
  subscribe: () => () => undefined,
  photoAt: () => undefined,
  placeOf: (id) => (ids.includes(id) ? ids.indexOf(id) : null),
  look: (first, last) => {
    looked.push([first, last])
    return () => undefined
  },
  idsIn: (offset, limit) => Promise.resolve(ids.slice(offset, offset + limit)),
  reload: () => undefined,
}

it('a listing from its other end has the same photos in the other order', async () => {
  const turned = backwards(list)
  expect(await turned.idsIn(0, 5)).toEqual(['e', 'd', 'c', 'b', 'a'])
  expect(await turned.idsIn(1, 2)).toEqual(['d', 'c'])
  expect(await turned.idsIn(3, 10)).toEqual(['b', 'a'])
  expect(await turned.idsIn(9, 2)).toEqual([])
  expect(turned.placeOf('a', 0)).toBe(4)
  expect(turned.placeOf('z', 0)).toBeNull()
  turned.look(0, 1)
  expect(looked).toEqual([[3, 4]])
  expect(await backwards(turned).idsIn(0, 5)).toEqual(ids)
})
