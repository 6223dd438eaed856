import { describe, expect, it } from 'vitest'
import { completed, completionsOf, entryAfterKey } from './suggestions.js'

describe('a completion', () => {
  it.each([
    { text: 'cre', caret: 3, from: 0, put: 'credit:', after: 'credit:', at: 7 },
    { text: '港節 person:柯', caret: 11, from: 10, put: '柯陽', after: '港節 person:柯陽 ', at: 13 },
    { text: 'person:柯 -used', caret: 8, from: 7, put: '柯陽', after: 'person:柯陽 -used', at: 9 },
  ])('“$put” in “$text” makes “$after”', ({ text, caret, from, put, after, at }) => {
    expect(completed(text, caret, { from, text: put })).toEqual({ text: after, caret: at })
  })

  it('of what stands there already is none', () => {
    const offered = { completions: [{ from: 7, text: '柯陽', facet: 'person' as const, count: 3 }] }
    expect(completionsOf(offered, 'person:柯陽', 9)).toEqual([])
    expect(completionsOf(offered, 'person:柯', 8)).toHaveLength(1)
  })
})

it('arrows go round, through the box', () => {
  const down = [null, 0, 1].map((at) => entryAfterKey('ArrowDown', at, 2))
  const up = [null, 1, 0].map((at) => entryAfterKey('ArrowUp', at, 2))
  expect(down).toEqual([0, 1, null])
  expect(up).toEqual([1, 0, null])
})
