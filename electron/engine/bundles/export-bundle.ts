import { rm } from 'node:fs/promises'
import {
  CutlineError,
  type ExportPreset,
  type ExportResult,
  type Language,
  type Photo,
  type PhotoId,
  type Story,
} from '#contract'
import { safeFileName } from '../captions/file-name.js'
import { syncFolder } from '../durable/write.js'
import type { Imaging } from '../imaging/imaging.js'
import type { Job } from '../jobs/job.js'
import type { Metadata } from '../metadata/metadata.js'
import { type BundlePhoto, nameBundlePhotos, storySlug } from './bundle-photo.js'
import { destinationError, makeRooms, makeWorkshop, placeFinished } from './destination.js'
import type { BundleOverride } from './manifest.js'
import { checkOriginal } from './originals.js'
import { PhotoFailures } from './photo-failures.js'
import { renderPhotos } from './render-photos.js'
import { stopIfCancelled, twoAtATime } from './two-at-a-time.js'
import { writeDocuments } from './write-documents.js'
import { zipBundle } from './zip-bundle.js'

export interface ExportRequest {
  story: Story
  photos: ReadonlyMap<PhotoId, Photo>
  /** Where a photo's original stands, absolute. */
  originalPath: (photo: Photo) => string
  preset: ExportPreset
  zip: boolean
  /** An existing folder, absolute. */
  destination: string
  /** Of the documents' labels. */
  language: Language
  /** An editor's decision to export photos against their rights. */
  override?: BundleOverride | undefined
}

export interface ExportTools {
  imaging: Imaging
  metadata: Metadata
  job: Job
}

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
  const { story, preset, language, destination, zip } = request
  const { job } = tools
  await checkOriginals(request, photos, job, failures)

  job.progress({ phase: 'working' })
  const { bundle, scratch, zip: zipFile } = await makeRooms(workshop)
  const options = { preset, originalPath: request.originalPath, folder: bundle, scratch }
  const rendered = await renderPhotos(photos, options, tools, failures)
  failures.refuse(story)

  job.progress({ phase: 'finishing', current: '' })
  const exportedAt = new Date()
  const files = await writeDocuments(bundle, rendered, {
    story,
    preset,
    language,
    exportedAt,
    override: request.override,
  })
  await syncFolder(bundle)
  const zipped = zip ? await zipBundle(bundle, files, zipFile, { mtime: exportedAt, signal: job.signal }) : null
  stopIfCancelled(job.signal)
  const place = zip ? { ending: '.zip', isFolder: false } : { ending: '', isFolder: true }
  return {
    storyId: story.id,
    destination: await placeFinished(
      zip ? zipFile : bundle,
      destination,
      safeFileName(storySlug(story), 'story'),
      place,
    ),
    files,
    bytes: zipped?.bytes ?? files.reduce((sum, { bytes }) => sum + bytes, 0),
    failed: [],
    warnings: rendered.warnings,
  }
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
  await twoAtATime(photos, job.signal, async ({ photo }) => {
    job.progress({ current: photo.file })
    await failures.during(photo.file, () => checkOriginal(photo, request.originalPath(photo), job.signal))
  })
  failures.refuse(request.story)
}
