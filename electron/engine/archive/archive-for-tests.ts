import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { emptyPhoto, emptyProgress, type Mutation, type Photo, type Story } from '#contract'
import { createArchive } from './create-archive.js'

/** A new archive in a temporary folder, and how to remove it. */
export async function temporaryArchive(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const parent = await mkdtemp(path.join(os.tmpdir(), 'cutline-archive-'))
  const folder = path.join(parent, '圖庫')
  await createArchive(folder, '本報圖庫')
  return { folder, remove: () => rm(parent, { recursive: true, force: true }) }
}

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
    importedAt: '2026-11-23T08:00:00.000Z',
    batch: 'test',
    ...fields,
  }
}

export function storyNamed(headline: string): Story {
  return {
    id: uuidv7(),
    createdAt: '2026-11-23T08:00:00.000Z',
    headline,
    slug: '',
    byline: '',
    text: '',
    photos: [],
    article: null,
    ...emptyProgress,
  }
}

export const add = (photo: Photo): Mutation => ({ op: 'photo.add', photo })

export const setCaption = (photo: Photo, caption: string): Mutation => ({
  op: 'photo.set',
  id: photo.id,
  before: { caption: photo.caption },
  after: { caption },
})
