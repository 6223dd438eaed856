import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Selection, SelectionAction } from './selection.js'
import { noSelection, rangeOf, reduceSelection } from './selection.js'

const spot = (at: number) => ({ at, id: `photo ${at}` })
const ids = (...ats: number[]) => ats.map((at) => `photo ${at}`)
const after = (...actions: SelectionAction[]) => actions.reduce<Selection>(reduceSelection, noSelection)
/** What a click with Shift does, as the hook does it: the ids come from the listing. */
const range = (from: number, to: number, keep = false): SelectionAction => {
  const { offset, limit } = rangeOf(from, to)
  return { type: 'range', focus: spot(to), ids: ids(...Array.from({ length: limit }, (_, at) => offset + at)), keep }
}

describe('a selection', () => {
  it('is one photo after a click, with the anchor on it', () => {
    expect(after({ type: 'one', spot: spot(3) }, { type: 'one', spot: spot(5) })).toEqual({
      ids: ids(5),
      focus: spot(5),
      anchor: spot(5),
    })
  })

  it('takes photos in and out one by one', () => {
    const two = after({ type: 'one', spot: spot(3) }, { type: 'toggle', spot: spot(7) })
    expect(two.ids).toEqual(ids(3, 7))
    expect(reduceSelection(two, { type: 'toggle', spot: spot(3) }).ids).toEqual(ids(7))
  })

  it('draws a range out from the anchor, back and forth', () => {
    const out = after({ type: 'one', spot: spot(3) }, range(3, 6))
    expect(out).toEqual({ ids: ids(3, 4, 5, 6), focus: spot(6), anchor: spot(3) })
    expect(reduceSelection(out, range(3, 1)).ids).toEqual(ids(1, 2, 3))
  })

  it('keeps what was selected when a range is added', () => {
    const all = after({ type: 'one', spot: spot(1) }, { type: 'toggle', spot: spot(5) }, range(5, 6, true))
    expect(all.ids).toEqual(ids(1, 5, 6))
  })

  it('is empty after Esc, and the keyboard stays where it was', () => {
    expect(after({ type: 'one', spot: spot(3) }, range(3, 6), { type: 'none' })).toEqual({
      ids: [],
      focus: spot(6),
      anchor: spot(6),
    })
  })

  it('moves the keyboard alone when asked to', () => {
    expect(after({ type: 'one', spot: spot(3) }, { type: 'focus', spot: spot(4) })).toEqual({
      ids: ids(3),
      focus: spot(4),
      anchor: spot(3),
    })
  })

  it('never holds a photo twice, whatever is done', () => {
    const at = fc.nat({ max: 30 })
    const action = fc.oneof<fc.Arbitrary<SelectionAction>[]>(
      at.map((place) => ({ type: 'one', spot: spot(place) })),
      at.map((place) => ({ type: 'toggle', spot: spot(place) })),
      at.map((place) => ({ type: 'focus', spot: spot(place) })),
      fc.tuple(at, at, fc.boolean()).map(([from, to, keep]) => range(from, to, keep)),
      fc.constant({ type: 'none' }),
    )
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const { ids: selected } = after(...actions)
        expect(new Set(selected).size).toBe(selected.length)
      }),
    )
  })
})

it.each([
  [2, 5, { offset: 2, limit: 4 }],
  [5, 2, { offset: 2, limit: 4 }],
  [3, 3, { offset: 3, limit: 1 }],
])('the range from %i to %i', (one, other, expected) => {
  expect(rangeOf(one, other)).toEqual(expected)
})
