import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrange, moveBefore, moveStep, sameOrder, selectAfterRemoval } from './order.js'

const order = ['a', 'b', 'c', 'd', 'e']
const word = (ids: readonly string[]) => ids.join('')

describe('moving to a place', () => {
  test.each([
    [['a'], 3, 'bcade'],
    [['e'], 0, 'eabcd'],
    [['b', 'd'], 0, 'bdace'],
    [['d', 'b'], 5, 'acebd'],
    [['b'], 1, 'abcde'],
    [['b'], 2, 'abcde'],
    [['c'], 99, 'abdec'],
    [['c'], -1, 'cabde'],
    [['x'], 0, 'abcde'],
  ])('%j before %i', (moving, before, result) => {
    expect(word(moveBefore(order, moving, before))).toBe(result)
  })
})

describe('moving by a step', () => {
  test.each([
    [['b'], -1, 'bacde'],
    [['a'], -1, 'abcde'],
    [['a', 'b'], -1, 'abcde'],
    [['a', 'c'], -1, 'acbde'],
    [['b', 'c'], 1, 'adbce'],
    [['e'], 1, 'abcde'],
    [['c', 'e'], 1, 'abdce'],
  ] as const)('%j by %i', (moving, step, result) => {
    expect(word(moveStep(order, moving, step))).toBe(result)
  })
})

test('no photo is lost or doubled, and the others keep their order', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 12 })
  fc.assert(
    fc.property(ids, ids, fc.integer({ min: -2, max: 14 }), fc.constantFrom(-1, 1), (all, moving, before, step) => {
      for (const result of [moveBefore(all, moving, before), moveStep(all, moving, step)]) {
        expect(result.toSorted()).toEqual(all.toSorted())
        const still = (list: readonly number[]) => list.filter((id) => !moving.includes(id))
        expect(still(result)).toEqual(still(all))
      }
    }),
  )
})

test('a step one way and back is where it was, unless the edge was in the way', () => {
  expect(word(moveStep(moveStep(order, ['c'], 1), ['c'], -1))).toBe('abcde')
})

test.each([
  [['b'], 'c'],
  [['b', 'c'], 'd'],
  [['e'], 'd'],
  [['a', 'b', 'c', 'd', 'e'], null],
  [['b', 'd'], 'e'],
])('after removing %j comes %j', (removed, next) => {
  expect(selectAfterRemoval(order, removed)).toBe(next)
})

test('orders are compared place by place', () => {
  expect(sameOrder(order, [...order])).toBe(true)
  expect(sameOrder(order, order.toReversed())).toBe(false)
  expect(sameOrder(order, ['a'])).toBe(false)
})

test('entries are arranged as wanted; what the wish does not know stays behind, what it knows too much is nothing', () => {
  const entries = order.map((id) => ({ id }))
  const arranged = arrange(entries, ({ id }) => id, ['d', 'x', 'a'])
  expect(word(arranged.map(({ id }) => id))).toBe('dabce')
})
