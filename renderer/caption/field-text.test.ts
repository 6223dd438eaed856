import { expect, test } from 'vitest'
import type { Photo } from '#contract'
import { emptyPhoto } from '#contract'
import { baseOf, changesOf, fieldText, photoRules } from './field-text.js'

const original = {
  file: 'IMG_0001.jpg',
  path: 'originals/2026/2026-11-23/IMG_0001.jpg',
  sha256: 'a'.repeat(64),
  bytes: 1,
  format: 'jpeg',
  width: 3,
  height: 2,
  importedAt: '2026-11-23T00:00:00Z',
  batch: '',
  creditParts: null,
} as const
const photo = (fields: Partial<Photo>): Photo => ({ id: 'a', ...original, ...emptyPhoto, ...fields })

test('several photos show what they share, and null where they differ', () => {
  const base = baseOf([
    photo({ caption: '水浸', credit: '通訊員 供圖', creators: ['陳大文', '李小明'] }),
    photo({ caption: '救援', credit: '通訊員 供圖', creators: ['陳大文', '李小明'] }),
  ])
  expect(base).toMatchObject({ caption: null, credit: '通訊員 供圖', creators: '陳大文、李小明', takenAt: '' })
})

test('only the fields that were typed are changed', () => {
  expect(changesOf({ creators: '陳大文、李小明', takenAt: '2026/11/2 9:05', credit: ' 通訊員 供圖\n' })).toEqual({
    set: { creators: ['陳大文', '李小明'], takenAt: '2026-11-02T09:05', credit: '通訊員 供圖' },
    unreadable: [],
  })
})

test('an emptied date is no date; one that cannot be read is named, and no change', () => {
  expect(changesOf({ takenAt: '' })).toEqual({ set: { takenAt: null }, unreadable: [] })
  expect(changesOf({ takenAt: '2026-02-30', caption: '新' })).toEqual({
    set: { caption: '新' },
    unreadable: ['takenAt'],
  })
})

test.each([
  ['credit', ' 通訊員  供圖 ', '通訊員  供圖'],
  ['caption', '一 \r\n二', '一 \n二'],
  ['creators', '陳大文、', '陳大文'],
  ['keywords', 'flood, rescue', 'flood; rescue'],
  ['takenAt', '2026年1月2日', '2026-01-02'],
  ['takenAt', '昨天', '昨天'],
] as const)('%s %j reads %j once saved', (field, text, tidied) => {
  expect(photoRules.tidy(field, text)).toBe(tidied)
})

test('the text of a field is what a saved box shows', () => {
  expect(fieldText(photo({ takenAt: '2026-11-02T14:03:05+08:00' }), 'takenAt')).toBe('2026-11-02 14:03:05 +08:00')
})
