import fc from 'fast-check'
import { expect, test } from 'vitest'
import { captionsText } from './captions-text.js'
import { labelsIn } from './labels.js'
import { bundlePhotos, photoRecord, storyOf } from '../story-for-tests.js'

test('captions to read, in the language asked', () => {
  const photos = [
    photoRecord(1, { caption: '衝線\n第二行' }),
    photoRecord(2, { caption: '', credit: '', creators: [] }),
  ]
  const changes = {
    photos: [
      { photoId: photos[0]!.id, printedCaption: null },
      { photoId: photos[1]!.id, printedCaption: '見報說明' },
    ],
  }
  const text = (language: 'zh-Hant' | 'en') =>
    captionsText(storyOf(photos), bundlePhotos(photos, changes), labelsIn(language))
  expect(text('zh-Hant')).toBe(
    [
      '\ufeff端午龍舟賽',
      '記者 田城',
      '',
      '1. 端午龍舟賽-01.jpg',
      '   圖片說明：衝線',
      '      第二行',
      '   署名：通訊員 供圖',
      '   攝影者：田城、柯陽',
      '',
      '2. 端午龍舟賽-02.jpg',
      '   圖片說明：見報說明',
      '',
    ].join('\r\n'),
  )
  expect(text('en')).toContain('   Photographer: 田城, 柯陽\r\n')
})

test('whatever a caption holds, every line ends with CRLF and all of it is there', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (extra) => {
      const caption = `始${extra}終`
      const photos = [photoRecord(1, { caption, credit: '' })]
      const text = captionsText(storyOf(photos), bundlePhotos(photos), labelsIn('zh-Hant'))
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      const shown = text.slice(text.indexOf('始'), text.lastIndexOf('終') + 1)
      expect(shown.replaceAll('\r\n      ', '\n')).toBe(caption.replace(/\r\n|\r/g, '\n'))
    }),
  )
})
