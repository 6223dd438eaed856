import { expect, test } from 'vitest'
import type { Findings, Hit } from '#contract'
import { foundRows, tickedPlaces } from './found-rows.js'

const hit = (at: number, doubtful = false): Hit => ({
  field: 'caption',
  item: 0,
  at,
  leading: '',
  before: '吳坤',
  after: '吳昆',
  trailing: '',
  doubtful,
})
const findings: Findings = {
  texts: [
    {
      of: { kind: 'story', storyId: 's' },
      file: '',
      headline: '稿',
      sha256: null,
      hits: [{ ...hit(3), field: 'text' }],
    },
    { of: { kind: 'photo', photoId: 'p' }, file: 'a.jpg', headline: '', sha256: 'x', hits: [hit(0), hit(9, true)] },
    {
      of: { kind: 'printed', storyId: 's', photoId: 'p' },
      file: 'a.jpg',
      headline: '稿',
      sha256: 'x',
      hits: [hit(1, true)],
    },
  ],
  bundles: [],
  more: 0,
}

test('photos stand before stories and printed captions; doubtful places are not ticked', () => {
  const { rows, ticked, hits } = foundRows(findings)
  expect(rows.map(({ key }) => key)).toEqual(['photo', 'p', 'story', 's', 'printed', 's p'])
  expect([...ticked]).toEqual(['s text 0 3', 'p caption 0 0'])
  expect(hits).toBe(4)
})

test('only records with a ticked place are told', () => {
  const { ticked } = foundRows(findings)
  expect(tickedPlaces(findings, ticked)).toEqual([
    { of: { kind: 'story', storyId: 's' }, hits: [{ field: 'text', item: 0, at: 3 }] },
    { of: { kind: 'photo', photoId: 'p' }, hits: [{ field: 'caption', item: 0, at: 0 }] },
  ])
})
