import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Metadata } from '../../metadata/metadata.js'
import { wholeFile } from '../bag/bag-source.js'
import { payloadFolder } from '../bundle-file.js'
import { documentNames } from '../bundle-photo.js'
import { writeSealed } from '../sealed-file.js'
import type { BundleReading, ContentsPhoto } from './bundle-reading.js'
import type { ForeignEdit } from './foreign-edits.js'
import { valuesOfPhoto } from './merge/values.js'
import type { OpenedBundle } from './open-bundle.js'
import { csvEdits, sheetEdits } from './table-edits.js'

/** No honest table of captions is larger. */
const largestTable = 64 * 1024 * 1024

/** Texts that other programs write into pictures. */
const embedded = ['caption', 'headline', 'credit', 'creators', 'keywords', 'people'] as const

/**
 * What other programs have changed in the files of a bundle, the tables last: of two changes of one field, the later named counts. A
 * table that cannot be read tells nothing, and a finding is added for it.
 */
export async function readForeignEdits(
  reading: BundleReading,
  opened: OpenedBundle,
  metadata: Pick<Metadata, 'read'>,
): Promise<ForeignEdit[]> {
  const edits: ForeignEdit[] = []
  for (const photo of reading.photos) {
    if (opened.edited.has(`${payloadFolder}/${photo.file}`))
      edits.push(...(await pictureEdits(photo, reading, opened, metadata)))
  }
  const tables = [
    {
      name: documentNames['captions-csv'],
      read: (bytes: Buffer, name: string) => csvEdits(bytes.toString('utf8'), reading.photos, name),
    },
    {
      name: documentNames['captions-sheet'],
      read: (bytes: Buffer, name: string) => sheetEdits(bytes, reading.photos, name),
    },
  ]
  for (const { name, read } of tables) {
    const place = `${payloadFolder}/${name}`
    const file = opened.files.get(place)
    if (!file || !opened.edited.has(place)) continue
    try {
      edits.push(...(await read(await wholeFile(file, largestTable), name)))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      opened.findings.push({
        weight: 'left-out',
        reason: 'unreadable',
        path: place,
        message: `${place} has been changed and cannot be read: ${reason}.`,
      })
    }
  }
  return edits
}

async function pictureEdits(
  photo: ContentsPhoto,
  reading: BundleReading,
  { files }: OpenedBundle,
  metadata: Pick<Metadata, 'read'>,
): Promise<ForeignEdit[]> {
  const file = files.get(`${payloadFolder}/${photo.file}`)
  if (!file) return []
  const folder = await mkdtemp(path.join(os.tmpdir(), 'cutline-return-'))
  try {
    // A name of ours: no name in a bundle ever says where something is written.
    const copy = path.join(folder, 'picture.jpg')
    await writeSealed(copy, file.read())
    const { fields } = await metadata.read(copy)
    const before = embeddedBefore(photo, reading)
    return embedded.flatMap((field): ForeignEdit[] => {
      const value = fields[field]
      // What a picture does not say, its record may say all the same.
      if (value === undefined || isDeepStrictEqual(value, before.get(field))) return []
      return [{ photoId: photo.id, field: targetOf(field, photo, reading), value, source: photo.file }]
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A picture carries the caption of its use in the story, which is the photo's own unless it was printed otherwise. */
function targetOf(field: string, { caption, printedCaption }: ContentsPhoto, { rendition }: BundleReading): string {
  return field === 'caption' && rendition !== 'copy' && caption !== printedCaption ? 'printedCaption' : field
}

/** What the file said when the bundle was made: the record; in a copy byte for byte, what it was imported with. */
function embeddedBefore(photo: ContentsPhoto, { records, rendition }: BundleReading): ReadonlyMap<string, unknown> {
  if (rendition !== 'copy') return new Map(Object.entries({ ...photo, caption: photo.printedCaption }))
  for (const { mutations } of records?.history ?? []) {
    for (const mutation of mutations) {
      if (mutation.op === 'photo.add' && mutation.photo.id === photo.id) return valuesOfPhoto(mutation.photo)
    }
  }
  return new Map(Object.entries(photo))
}
