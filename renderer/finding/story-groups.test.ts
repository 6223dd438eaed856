import { expect, test } from 'vitest'
import { storyGroups } from './story-groups.js'

const texts = { untitled: '未命名', none: '未入稿件' }
const shown = (total: number) =>
  storyGroups(
    [
      { story: 'b', headline: '龍舟', count: 3 },
      { story: 'a', headline: '', count: 2 },
      { story: '', headline: '', count: 4 },
    ],
    total,
    texts,
  ).map(({ label, count }) => `${label} ${count}`)

test('stories stand in their order, photos of none last', () => {
  expect(shown(9)).toEqual(['龍舟 3', '未命名 2', '未入稿件 4'])
})

test('the groups hold what is listed, whatever came or went since they were counted', () => {
  expect(shown(11)).toEqual(['龍舟 3', '未命名 2', '未入稿件 6'])
  expect(shown(4)).toEqual(['龍舟 3', '未命名 1'])
})
