import { rm } from 'node:fs/promises'
import path from 'node:path'
import { type Companion, CutlineError, emptyPhoto, HandedTexts, type Photo } from '#contract'
import { thumbnailFile } from '../../archive/cache-files.js'
import type { Originals } from '../../archive/originals.js'
import type { Imaging } from '../../imaging/imaging.js'
import { type Metadata, nothingRead } from '../../metadata/metadata.js'
import type { BagFile } from '../bag/bag-source.js'
import { type Content, writeSealed } from '../sealed-file.js'
import type { IncomingPhoto } from './incoming.js'
import type { OpenedBundle } from './open-bundle.js'

export interface BringTools {
  originals: Originals
  cacheFolder: string
  imaging: Imaging
  metadata: Metadata
  /** Reads a file back from the disk. */
  hash: (file: string) => Promise<Content>
}

/** A new photo's verified copy, among the originals only once it is placed. */
export interface BroughtIn {
  copy: string
  companions: { companion: Companion; copy: string; sha256: string }[]
  /** All of the record but where its file stands. */
  record: Omit<Photo, 'path' | 'importedAt' | 'companions'>
}

/**
 * Copies a new photo out of a bundle, verified and decoded like any import; its record is the bundle's, under its own id. Nothing is
 * recorded yet. Rejects as an import does, and with `copy-mismatch` where the bytes are not what the bundle's manifest says; no copy is
 * left then.
 */
export async function bringIn(
  incoming: IncomingPhoto,
  from: { path: string; batch: string },
  { files, sums }: OpenedBundle,
  tools: BringTools,
): Promise<BroughtIn> {
  const { contents, record } = incoming
  const copies: string[] = []
  const copyOut = async (name: string, place: string) => {
    const copy = await tools.originals.incoming(name)
    copies.push(copy)
    return { copy, ...(await verifiedCopy(files.get(place), copy, sums.get(place), tools)) }
  }
  try {
    const { copy, ...content } = await copyOut(contents.original.file, from.path)
    const thumbnail = thumbnailFile(tools.cacheFolder, content.sha256)
    const image = await tools.imaging.thumbnail(copy, thumbnail)
    const read = record ? nothingRead : await tools.metadata.read(copy).catch(() => nothingRead)
    const companions: BroughtIn['companions'] = []
    for (const companion of record?.companions ?? []) {
      const place = [...files.keys()].find((each) => sums.get(each) === companion.sha256)
      // Sidecars are written anew behind the record.
      if (place === undefined) continue
      companions.push({ companion, ...(await copyOut(companion.file, place)) })
    }
    const told = HandedTexts.parse(contents)
    return {
      copy,
      companions,
      record: {
        ...emptyPhoto,
        ...(record ?? { ...read.fields, ...told, camera: read.camera, iimEncoding: read.iimEncoding }),
        ...{ facts: [], twinOf: null, trashedAt: null, id: incoming.id, file: contents.original.file },
        ...{ sha256: content.sha256, bytes: content.bytes, batch: from.batch },
        ...{ format: image.format, width: image.width, height: image.height },
      },
    }
  } catch (error) {
    for (const copy of copies) await rm(copy, { force: true })
    throw error
  }
}

/** Takes the copies of a photo away that does not come in after all. */
export async function dropBroughtIn({ copy, companions }: BroughtIn): Promise<void> {
  for (const file of [copy, ...companions.map((each) => each.copy)]) await rm(file, { force: true })
}

/** Moves the copies in among the originals; they last when this resolves. Answers the record, and every file that was placed. */
export async function placeBroughtIn(
  brought: BroughtIn,
  day: Date,
  { originals, hash }: BringTools,
): Promise<{ photo: Photo; placed: string[] }> {
  const { record, copy } = brought
  const holds = (sha256: string) => async (file: string) => (await hash(file)).sha256 === sha256
  const { path: place, dayFolder } = await originals.place(copy, record.file, day, holds(record.sha256))
  const companions: Companion[] = []
  for (const { companion, copy: beside, sha256 } of brought.companions) {
    const at = await originals.placeBeside(beside, place, path.extname(companion.file), holds(sha256))
    companions.push({ ...companion, path: at.path })
  }
  await originals.sync(dayFolder)
  const photo = { ...record, path: place, importedAt: day.toISOString(), companions }
  return { photo, placed: [place, ...companions.map((each) => each.path)].map((each) => originals.absolute(each)) }
}

async function verifiedCopy(
  file: BagFile | undefined,
  copy: string,
  sum: string | undefined,
  { hash }: BringTools,
): Promise<Content> {
  if (!file) throw new CutlineError('file-vanished', 'The file is not in the bundle any more.')
  const content = await writeSealed(copy, file.read())
  const back = await hash(copy)
  if (back.sha256 !== content.sha256 || (sum !== undefined && sum !== content.sha256)) {
    throw new CutlineError('copy-mismatch', `The copy of ${file.path} is not what the bundle holds.`)
  }
  return content
}
