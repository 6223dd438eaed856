import { expect, test } from 'vitest'
import type { ArticleCaption, Photo, StoryPhoto } from '#contract'
import { captionUses, inOrder } from './caption-uses.js'

const captions = ['龍舟衝線。', '頒獎。', '合影。'].map((caption): ArticleCaption => ({
  caption,
  credit: '',
  parts: null,
  completed: null,
}))
const use = (photoId: string, printedCaption: string | null = null): StoryPhoto => ({ photoId, printedCaption })
// Only the caption is looked at.
const photos = new Map(
  [['a', '頒獎。'] as const, ['b', ''] as const, ['c', '另有說明'] as const, ['d', ''] as const].map(
    ([id, caption]) => [id, { id, caption } as Photo],
  ),
)

test('a caption is used where it is the photo’s own or printed with this use', () => {
  expect(captionUses(captions, [use('a'), use('b'), use('c', '頒獎。')], photos)).toEqual([[], ['a', 'c'], []])
})

test('in order: captions not yet used go to photos that have none', () => {
  expect(inOrder(captions, [use('a'), use('b'), use('c'), use('d')], photos)).toEqual([
    { photoId: 'b', caption: 0 },
    { photoId: 'd', caption: 2 },
  ])
  expect(inOrder(captions, [use('c')], photos)).toEqual([])
})
