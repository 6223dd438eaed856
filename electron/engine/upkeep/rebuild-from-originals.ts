import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { CutlineError, emptyPhoto, type Mutation, type Photo, type RebuildResult } from '#contract'
import { thumbnailFile } from '../archive/cache-files.js'
import { readCredit } from '../captions/credits/split-caption.js'
import { withFacts } from '../captions/facts/photo-facts.js'
import { type Belongings, groupCompanions } from '../ingest/companions.js'
import type { Job } from '../jobs/job.js'
import { nothingRead } from '../metadata/metadata.js'
import { readSidecar } from '../sidecars/find-sidecar.js'
import { endingOf, isSidecar } from '../sidecars/sidecar-names.js'
import { renderMissing } from './render-missing.js'
import { allPhotos, type UpkeepTools } from './upkeep-tools.js'

/** A file among the originals. */
interface Found {
  path: string
  bytes: number
}

/**
 * Gives every original that has no record one again, from what its sidecar and the file itself say: the way back when the catalog, or a
 * volume of it, is lost. Raws, movies and the like beside an original become its companions again. Records that can be read are kept
 * as they are, so running it on a sound archive changes nothing.
 */
export async function rebuildFromOriginals(tools: UpkeepTools, job: Job): Promise<RebuildResult> {
  const known: Photo[] = []
  for await (const { photo } of allPhotos(tools.archive)) known.push(photo)
  const hashes = new Set(known.map(({ sha256 }) => sha256))
  const lost = await lostOriginals(tools, known)

  job.progress({
    phase: 'working',
    total: lost.length,
    bytesTotal: lost.reduce((sum, { main }) => sum + main.bytes, 0),
  })
  const recovered: Photo[] = []
  let bytesDone = 0
  for (const [place, { main, companions }] of lost.entries()) {
    if (job.signal.aborted) break
    job.progress({ current: main.path })
    try {
      const photo = await recordOf(tools, main.path, companions, job.id)
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
      job.fail({ file: main.path, code, message })
    }
    bytesDone += main.bytes
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

/** Originals without a record, each with what belongs to it; what belongs to a photo that has one is none. */
async function lostOriginals(tools: UpkeepTools, known: readonly Photo[]): Promise<Belongings<Found>[]> {
  const paths = new Set(known.flatMap(({ path, companions }) => [path, ...companions.map((each) => each.path)]))
  const files: Found[] = []
  for await (const file of tools.originals.list()) files.push(file)
  return groupCompanions(files)
    .filter(({ main }) => !paths.has(main.path) && !isSidecar(main.path))
    .map(({ main, companions }) => ({ main, companions: companions.filter(({ file }) => !paths.has(file.path)) }))
}

async function recordOf(
  tools: UpkeepTools,
  relative: string,
  beside: Belongings<Found>['companions'],
  batch: string,
): Promise<Photo> {
  const file = tools.originals.absolute(relative)
  const { sha256, bytes } = await tools.copier.hash(file)
  const thumbnail = thumbnailFile(tools.cacheFolder, sha256)
  const image = await tools.imaging.thumbnail(file, thumbnail)
  const companions: Photo['companions'] = []
  for (const { kind, file: companion } of beside) {
    const there = tools.originals.absolute(companion.path)
    // A sidecar that Cutline made is no file that somebody handed in.
    if (isSidecar(companion.path) && (await isMadeHere(tools, there))) continue
    companions.push({
      kind,
      file: path.basename(companion.path),
      path: companion.path,
      ...(await tools.copier.hash(there)),
    })
  }
  const sidecar = await sidecarFor(tools, file, companions)
  const { fields, camera, contentCredentials, iimEncoding } = await tools.metadata
    .read(file, sidecar === null ? {} : { sidecar })
    .catch(() => nothingRead)
  return {
    ...emptyPhoto,
    ...fields,
    creditParts: readCredit(fields.credit ?? '')?.parts ?? null,
    companions,
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

async function isMadeHere(tools: UpkeepTools, sidecar: string): Promise<boolean> {
  // Set aside as damaged, it was Cutline's as well.
  if (!/\.xmp$/i.test(sidecar)) return true
  const read = await tools.metadata.readSidecar(sidecar).catch(() => null)
  return read === null || read.mark.made
}

/**
 * The one sidecar that is read: that beside the original, where the catalog was mirrored, so that it counts before what the original came
 * with; without it, one that came along, as at the import.
 */
async function sidecarFor(tools: UpkeepTools, file: string, companions: Photo['companions']): Promise<string | null> {
  const raws = companions.filter(({ kind }) => kind === 'raw').map((raw) => endingOf(raw.path))
  const beside = await readSidecar(tools.metadata, file, raws).catch(() => null)
  if (beside !== null) return beside.damage === null ? beside.file : null
  const along = companions.find((each) => /\.xmp$/i.test(each.path))
  return along === undefined ? null : tools.originals.absolute(along.path)
}
