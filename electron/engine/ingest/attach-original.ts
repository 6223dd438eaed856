import { rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { CutlineError, type Photo, type PhotoChanges } from '#contract'
import { thumbnailFile } from '../archive/cache-files.js'
import type { Originals } from '../archive/originals.js'
import type { Imaging } from '../imaging/imaging.js'
import type { ArchiveIndex } from '../index/archive-index.js'
import { type Metadata, nothingRead } from '../metadata/metadata.js'
import type { Copier } from './copy.js'
import { refuseEarly } from './refuse-early.js'

export interface AttachTools {
  originals: Originals
  cacheFolder: string
  index: ArchiveIndex
  copier: Copier
  imaging: Imaging
  metadata: Metadata
}

/**
 * Brings a better file in for a photo, verified like any import, and answers what changes in its record: the file behind it, with the
 * old one kept as a companion. What people wrote stays; a time that only the new file knows is taken. Rejects with
 * `original-there-already` where a photo holds these bytes, and as an import does.
 */
export async function attachOriginal(photo: Photo, file: string, tools: AttachTools): Promise<PhotoChanges> {
  const { originals, cacheFolder, index, copier, imaging, metadata } = tools
  const name = path.basename(file)
  const info = await stat(file).catch((cause: unknown) => {
    throw new CutlineError('file-vanished', `${file} is not there (any more). Nothing was changed.`, undefined, {
      cause,
    })
  })
  await refuseEarly({ path: file, shown: name, name, bytes: info.size })
  const copy = await originals.incoming(name)
  try {
    const copied = await copier.copy(file, copy)
    const holder = await index.findBySha256(copied.sha256)
    if (holder !== null) {
      throw new CutlineError('original-there-already', `${name} is in the archive already, as a photo of its own.`, {
        id: holder,
      })
    }
    const thumbnail = thumbnailFile(cacheFolder, copied.sha256)
    const image = await imaging.thumbnail(copy, thumbnail)
    const read = await metadata.read(copy).catch(() => nothingRead)
    const holds = async (place: string) => (await copier.hash(place)).sha256 === copied.sha256
    const place = await originals.place(copy, name, new Date(), holds)
    await originals.sync(place.dayFolder)
    const old = { file: photo.file, path: photo.path, sha256: photo.sha256, bytes: photo.bytes }
    return {
      file: name,
      path: place.path,
      sha256: copied.sha256,
      bytes: copied.bytes,
      format: image.format,
      width: image.width,
      height: image.height,
      camera: read.camera,
      contentCredentials: read.contentCredentials,
      iimEncoding: read.iimEncoding,
      recompressed: false,
      companions: [...photo.companions, { kind: 'other', ...old }],
      ...(photo.takenAt === null && read.fields.takenAt ? { takenAt: read.fields.takenAt } : {}),
    }
  } finally {
    await rm(copy, { force: true })
  }
}
