import { expect, test } from 'vitest'
import type { Photo, Story } from '#contract'
import { emptyPhoto, emptyProgress } from '#contract'
import { exportGaps } from './export-gaps.js'

const photo = (id: string, fields: Partial<Photo>): Photo => ({
  id,
  file: `${id}.jpg`,
  path: `originals/2026/2026-11-23/${id}.jpg`,
  sha256: 'a'.repeat(64),
  bytes: 1,
  format: 'jpeg',
  width: 3,
  height: 2,
  importedAt: '2026-11-23T00:00:00Z',
  batch: '',
  ...emptyPhoto,
  ...fields,
})
const story = (photos: Story['photos']): Story => ({
  id: 's',
  createdAt: '2026-11-23T00:00:00Z',
  headline: '',
  slug: '',
  byline: '',
  text: '',
  photos,
  article: null,
  ...emptyProgress,
})

test('names the photos without caption or credit; the printed caption counts, also an empty one', () => {
  const photos = new Map(
    [
      photo('full', { caption: '圖說', credit: '通訊員 供圖' }),
      photo('bare', {}),
      photo('blank', { caption: ' \n', credit: ' ' }),
      photo('printed', { credit: '通訊員 供圖' }),
      photo('emptied', { caption: '圖說', credit: '通訊員 供圖' }),
    ].map((one) => [one.id, one]),
  )
  const uses = [...photos.keys()].map((photoId) => ({
    photoId,
    printedCaption: photoId === 'printed' ? '見報' : photoId === 'emptied' ? '' : null,
  }))
  expect(exportGaps(story(uses), photos)).toEqual({
    caption: ['bare.jpg', 'blank.jpg', 'emptied.jpg'],
    credit: ['bare.jpg', 'blank.jpg'],
  })
})

test('a photo that cannot be found is not counted', () => {
  expect(exportGaps(story([{ photoId: 'x', printedCaption: null }]), new Map())).toEqual({ caption: [], credit: [] })
})
