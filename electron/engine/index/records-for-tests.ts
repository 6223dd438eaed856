import { v7 as uuidv7 } from 'uuid'
import { emptyPhoto, emptyProgress, type Photo, PhotoQuery, type Story } from '#contract'

/** A photo record; different numbers give different bytes and later imports. */
export function photoNumber(number: number, fields: Partial<Photo> = {}): Photo {
  return {
    ...emptyPhoto,
    creditParts: null,
    id: uuidv7(),
    file: `IMG_${number}.jpg`,
    path: `originals/2026/2026-11-23/IMG_${number}.jpg`,
    sha256: number.toString(16).padStart(64, '0'),
    bytes: 1000 + number,
    format: 'jpeg',
    width: 6000,
    height: 4000,
    importedAt: new Date(Date.UTC(2026, 10, 23) + number * 1000).toISOString(),
    batch: 'test',
    ...fields,
  }
}

/** A story that uses photos, with the caption printed with each (null: the photo's own). */
export function storyWith(photos: readonly Photo[], printed: readonly (string | null)[] = []): Story {
  return {
    id: uuidv7(),
    createdAt: '2026-11-23T08:00:00.000Z',
    headline: '端午龍舟賽',
    slug: '龍舟賽',
    byline: '',
    text: '',
    photos: photos.map(({ id }, place) => ({ photoId: id, printedCaption: printed[place] ?? null })),
    article: null,
    ...emptyProgress,
  }
}

/** A query with the contract's defaults. */
export function query(fields: Partial<PhotoQuery> = {}): PhotoQuery {
  return PhotoQuery.parse(fields)
}

export const firstPage = { offset: 0, limit: 100 }
