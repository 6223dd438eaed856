import { expect, test } from 'vitest'
import { exportPresets } from '#contract'
import { bundleContents } from './bundle-contents.js'
import { bundlePhotos, photoRecord, preset, storyOf } from './story-for-tests.js'

test('cutline.json tells the story, its photos in order and every file', () => {
  const photos = [photoRecord(2), photoRecord(1)]
  const changes = {
    photos: [
      { photoId: photos[0]!.id, printedCaption: '見報' },
      { photoId: photos[1]!.id, printedCaption: null },
    ],
  }
  const files = [{ path: '端午龍舟賽-01.jpg', bytes: 3, sha256: 'a'.repeat(64) }]
  const contents = bundleContents({
    story: storyOf(photos, changes),
    preset: preset('web'),
    exportedAt: new Date('2026-06-20T00:00:00Z'),
    photos: bundlePhotos(photos, changes).map((photo) => ({ ...photo, width: 1920, height: 1280 })),
    files,
    records: null,
  })
  expect(JSON.parse(JSON.stringify(contents))).toMatchObject({
    product: 'Cutline',
    version: 2,
    story: { headline: '端午龍舟賽', slug: '端午龍舟賽', byline: '記者 田城' },
    exportedAt: '2026-06-20T00:00:00.000Z',
    preset: exportPresets[0],
    photos: [
      {
        seq: 1,
        id: photos[0]!.id,
        file: '端午龍舟賽-01.jpg',
        width: 1920,
        height: 1280,
        original: { file: 'IMG_0002.JPG', sha256: photos[0]!.sha256 },
        caption: '龍舟選手衝線',
        printedCaption: '見報',
        credit: '通訊員 供圖',
        creators: ['田城', '柯陽'],
      },
      { seq: 2, file: '端午龍舟賽-02.jpg', printedCaption: '龍舟選手衝線' },
    ],
    files,
  })
})
