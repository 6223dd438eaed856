import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { CutlineError, emptyPhoto, type Mutation, type Photo, type RebuildResult } from '#contract'
import { thumbnailFile } from '../archive/cache-files.js'
import { readCredit } from '../captions/credits/split-caption.js'
import { withFacts } from '../captions/facts/photo-facts.js'
import type { Job } from '../jobs/job.js'
import { nothingRead } from '../metadata/metadata.js'
import { readSidecar } from '../sidecars/find-sidecar.js'
import { isSidecar } from '../sidecars/sidecar-names.js'
import { renderMissing } from './render-missing.js'
import { allPhotos, type UpkeepTools } from './upkeep-tools.js'

/**
 * Gives every original that has no record one again, from what its sidecar and the file itself say: the way back when the catalog, or a
 * volume of it, is lost. Records that can be read are kept as they are, so running it on a sound archive changes nothing.
 */
export async function rebuildFromOriginals(tools: UpkeepTools, job: Job): Promise<RebuildResult> {
  const known: Photo[] = []
  for await (const { photo } of allPhotos(tools.archive)) known.push(photo)
  const paths = new Set(known.map((photo) => photo.path))
  const hashes = new Set(known.map(({ sha256 }) => sha256))
  const orphans: { path: string; bytes: number }[] = []
  for await (const original of tools.originals.list()) {
    if (!paths.has(original.path) && !isSidecar(original.path)) orphans.push(original)
  }

  job.progress({
    phase: 'working',
    total: orphans.length,
    bytesTotal: orphans.reduce((sum, { bytes }) => sum + bytes, 0),
  })
  const recovered: Photo[] = []
  let bytesDone = 0
  for (const [place, orphan] of orphans.entries()) {
    if (job.signal.aborted) break
    job.progress({ current: orphan.path })
    try {
      const photo = await recordOf(tools, orphan.path, job.id)
      // Two equal files among the originals are one photo; the second stays where it is.
      if (!hashes.has(photo.sha256)) {
        await tools.archive.commit('rebuild', (): Mutation[] => [
          { op: 'photo.add', photo: withFacts(photo, tools.archive.desk()) },
        ])
        hashes.add(photo.sha256)
        recovered.push(photo)
      }
    } catch (error) {
      const { code, message } = CutlineError.from(error)
      job.fail({ file: orphan.path, code, message })
    }
    bytesDone += orphan.bytes
    job.progress({ done: place + 1, bytesDone })
  }
  await tools.reindex()
  const thumbnails = await renderMissing(tools, known, job)
  return {
    from: 'originals',
    photos: known.length + recovered.length,
    thumbnails: thumbnails + recovered.length,
    failed: [...job.failures],
  }
}

async function recordOf(tools: UpkeepTools, relative: string, batch: string): Promise<Photo> {
  const file = tools.originals.absolute(relative)
  const { sha256, bytes } = await tools.copier.hash(file)
  const thumbnail = thumbnailFile(tools.cacheFolder, sha256)
  await mkdir(path.dirname(thumbnail), { recursive: true })
  const image = await tools.imaging.thumbnail(file, thumbnail)
  // The catalog was mirrored there: what a sidecar states counts before what the original came with.
  const sidecar = await readSidecar(tools.metadata, file).catch(() => null)
  const { fields, camera, contentCredentials, iimEncoding } = await tools.metadata
    .read(file, sidecar === null || sidecar.damage !== null ? {} : { sidecar: sidecar.file })
    .catch(() => nothingRead)
  return {
    ...emptyPhoto,
    ...fields,
    creditParts: readCredit(fields.credit ?? '')?.parts ?? null,
    camera,
    contentCredentials,
    iimEncoding,
    id: uuidv7(),
    file: path.basename(file),
    path: relative,
    sha256,
    bytes,
    format: image.format,
    width: image.width,
    height: image.height,
    importedAt: new Date().toISOString(),
    batch,
  }
}
