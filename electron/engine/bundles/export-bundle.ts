import { rm } from 'node:fs/promises'
import path from 'node:path'
import {
  CutlineError,
  type ExportResult,
  type Failure,
  type Language,
  type Photo,
  type Receipt,
  type Sent,
} from '#contract'
import { safeFileName } from '../captions/file-name.js'
import { syncFolder } from '../durable/write.js'
import type { Job } from '../jobs/job.js'
import { writeBagTags, writeTagManifest } from './bag/write-bag.js'
import { type BundleFile, inPayload } from './bundle-file.js'
import { type BundlePhoto, nameBundlePhotos, storySlug } from './bundle-photo.js'
import { destinationError, makeRooms, makeWorkshop, placeFinished } from './destination.js'
import type { ExportRequest, ExportTools } from './export-request.js'
import { checkOriginal } from './originals.js'
import { PhotoFailures } from './photo-failures.js'
import { checkFiles, checkPhotos, receiptOf } from './receipt.js'
import { renderPhotos } from './render-photos.js'
import { writeSealed } from './sealed-file.js'
import { stopIfCancelled, severalAtATime } from './several-at-a-time.js'
import { writeDocuments } from './write-documents.js'
import { zipBundle } from './zip-bundle.js'

/**
 * Writes a story's bundle into the destination, as a folder or zip named after the story (`-2`, `-3` … where the name is
 * taken). All or nothing: it is made in a hidden folder beside its place and moved in when every file is on disk. Rejects with
 * `story-empty`, `destination-unwritable`, `disk-full`, `invalid-input` (the preset's template) or `cancelled`; where photos
 * cannot be used, with the first one's code and all of them in `detail.failed`.
 */
export async function exportBundle(request: ExportRequest, tools: ExportTools): Promise<ExportResult> {
  if (request.story.photos.length === 0) {
    throw new CutlineError('story-empty', 'The story has no photos to export. Add some and export again.', {
      storyId: request.story.id,
    })
  }
  const failures = new PhotoFailures(tools.job)
  const photos = photosOf(request, failures)
  failures.refuse(request.story)
  const named = nameBundlePhotos(request.story, photos, request.preset)

  const workshop = await makeWorkshop(request.destination)
  try {
    return await writeBundle(request, named, tools, failures, workshop)
  } catch (error) {
    stopIfCancelled(tools.job.signal)
    throw destinationError(error, request.destination)
  } finally {
    await rm(workshop, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
  }
}

function photosOf({ story, photos }: ExportRequest, failures: PhotoFailures): Photo[] {
  return story.photos.flatMap(({ photoId }) => {
    const photo = photos.get(photoId)
    if (photo) return photo
    const message = `The story uses a photo that is not in the catalog (${photoId}). Take it out of the story.`
    failures.add(photoId, new CutlineError('photo-not-found', message, { id: photoId }))
    return []
  })
}

async function writeBundle(
  request: ExportRequest,
  photos: readonly BundlePhoto[],
  tools: ExportTools,
  failures: PhotoFailures,
  workshop: string,
): Promise<ExportResult> {
  const { story, preset, destination, zip } = request
  const { job } = tools
  await checkOriginals(request, photos, job, failures)

  job.progress({ phase: 'working' })
  const { bundle, payload, scratch, zip: zipFile } = await makeRooms(workshop)
  const options = { preset, originalPath: request.originalPath, folder: payload, scratch }
  const rendered = await renderPhotos(photos, options, tools, failures)
  failures.refuse(story)
  await tools.renditions?.trim()

  job.progress({ phase: 'finishing', current: '' })
  const exportedAt = new Date()
  const about = { preset, folder: payload, scratch }
  // ExifTool reads what is in the pictures while the documents are made.
  const checking = checkPhotos(rendered.made, about, tools)
  checking.catch(() => undefined)
  const making = writeDocuments({ folder: payload, scratch }, rendered, { request, exportedAt, tools })
  const documents = await making.finally(() => checking.catch(() => undefined))
  stopIfCancelled(job.signal)
  const inside = documents.files
  const problems = [...(await checking), ...(await checkFiles(inside, payload, job.signal))]
  const receipt = { ...receiptOf(inside, rendered.made, problems), sendTo: request.deliver?.name ?? null }
  const files = await writeTags(bundle, inside.map(inPayload), { request, exportedAt, receipt })
  await syncFolder(payload)
  await syncFolder(bundle)
  const name = bundleName(request)
  const zipping = { base: name, mtime: exportedAt, signal: job.signal }
  const zipped = zip ? await zipBundle(bundle, files, zipFile, zipping) : null
  stopIfCancelled(job.signal)
  const local = zip ? { local: zipFile, files: null } : { local: bundle, files: files.map(({ path: name }) => name) }
  const delivered = await deliver(request, local, job)
  const place = zip ? { ending: '.zip', isFolder: false } : { ending: '', isFolder: true }
  return {
    storyId: story.id,
    destination: await placeFinished(zip ? zipFile : bundle, destination, name, place),
    files,
    bytes: zipped?.bytes ?? files.reduce((sum, { bytes }) => sum + bytes, 0),
    failed: delivered.failed,
    warnings: [...rendered.warnings, ...documents.warnings],
    receipt,
    sent: delivered.sent,
    reused: rendered.made.filter(({ reused }) => reused).length,
  }
}

/** A bundle that could not be sent is kept on this computer all the same, and the result says so. Rejects with `cancelled`. */
async function deliver(
  { deliver: delivery }: ExportRequest,
  bundle: { local: string; files: string[] | null },
  job: Job,
): Promise<{ sent: Sent | null; failed: Failure[] }> {
  if (!delivery) return { sent: null, failed: [] }
  try {
    return { sent: await delivery.send(bundle, job), failed: [] }
  } catch (error) {
    stopIfCancelled(job.signal)
    const { code, message } = CutlineError.from(error)
    return { sent: null, failed: [{ file: delivery.name, code, message }] }
  }
}

const correction: Readonly<Record<Language, string>> = { 'zh-Hant': '更正', 'zh-Hans': '更正', en: 'correction' }

/** Whoever gets a correction sees from its name that it is one. */
function bundleName({ story, replaces, language }: ExportRequest): string {
  const name = safeFileName(storySlug(story), 'story')
  return replaces === undefined ? name : `${name}-${correction[language]}`
}

/** Beside the payload: it tells of the bundle and is not what was handed over. */
const receiptName = 'receipt.json'

/** Makes the folder a bag. Answers every file of it, the payload's first. */
async function writeTags(
  bundle: string,
  payload: readonly BundleFile[],
  { request, exportedAt, receipt }: { request: ExportRequest; exportedAt: Date; receipt: Receipt },
): Promise<BundleFile[]> {
  const { story, archive, replaces } = request
  const tags = await writeBagTags(bundle, payload, {
    organization: archive.name,
    description: story.headline,
    identifier: `urn:uuid:${story.id}`,
    baggedAt: exportedAt,
    software: 'Cutline',
    replaces: replaces && {
      name: replaces.name,
      identifier: `urn:uuid:${replaces.id}`,
      baggedAt: replaces.at,
      note: replaces.note,
    },
  })
  const kept = { product: 'Cutline', ...receipt }
  tags.push({
    path: receiptName,
    ...(await writeSealed(path.join(bundle, receiptName), [`${JSON.stringify(kept, null, 2)}\n`])),
  })
  return [...payload, ...tags, await writeTagManifest(bundle, tags)]
}

/** Before any rendering: a photo that cannot be used refuses the export in seconds, and all such photos are named. */
async function checkOriginals(
  request: ExportRequest,
  photos: readonly BundlePhoto[],
  job: Job,
  failures: PhotoFailures,
): Promise<void> {
  const bytesTotal = photos.reduce((sum, { photo }) => sum + photo.bytes, 0)
  job.progress({ phase: 'scanning', done: 0, total: photos.length, bytesDone: 0, bytesTotal })
  await severalAtATime(photos, job.signal, async ({ photo }) => {
    job.progress({ current: photo.file })
    await failures.during(photo.file, () => checkOriginal(photo, request.originalPath(photo), job.signal))
  })
  failures.refuse(request.story)
}
