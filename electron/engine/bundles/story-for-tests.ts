import {
  emptyPhoto,
  emptyProgress,
  type ExportPreset,
  exportPresets,
  type Photo,
  type PhotoFields,
  type Story,
} from '#contract'
import { type BundlePhoto, nameBundlePhotos } from './bundle-photo.js'

/** A record of a photo that needs no file. */
export function photoRecord(number: number, fields: Partial<PhotoFields> = {}): Photo {
  return {
    ...emptyPhoto,
    id: `0199c0de-0000-7000-8000-${String(number).padStart(12, '0')}`,
    file: `IMG_${String(number).padStart(4, '0')}.JPG`,
    path: `originals/2026/2026-06-19/IMG_${String(number).padStart(4, '0')}.JPG`,
    sha256: number.toString(16).padStart(64, '0'),
    bytes: 1000 + number,
    format: 'jpeg',
    width: 3000,
    height: 2000,
    importedAt: '2026-06-19T12:00:00.000Z',
    batch: 'test',
    caption: '龍舟選手衝線',
    headline: '',
    credit: '通訊員 供圖',
    creators: ['田城', '柯陽'],
    keywords: ['端午', '龍舟'],
    people: [],
    place: '平安社區',
    takenAt: '2026-06-19T09:30:00',
    ...fields,
  }
}

export function storyOf(photos: readonly Photo[], changes: Partial<Story> = {}): Story {
  return {
    id: '0199c0de-0000-7000-9000-000000000001',
    createdAt: '2026-06-19T12:00:00.000Z',
    headline: '端午龍舟賽',
    slug: '',
    byline: '記者 田城',
    text: '第一段。\n\n第二段。',
    photos: photos.map(({ id }) => ({ photoId: id, printedCaption: null })),
    article: null,
    ...emptyProgress,
    ...changes,
  }
}

export function preset(id: 'web' | 'print' | 'original', changes: Partial<ExportPreset> = {}): ExportPreset {
  const found = exportPresets.find((each) => each.id === id)
  if (!found) throw new Error(`there is no preset ${id}`)
  return { ...found, ...changes }
}

/** Photos of a story as a bundle names them. */
export function bundlePhotos(photos: readonly Photo[], changes: Partial<Story> = {}): BundlePhoto[] {
  return nameBundlePhotos(storyOf(photos, changes), photos, preset('web'))
}
