import PQueue from 'p-queue'
import { v7 as uuidv7 } from 'uuid'
import { CutlineError, type ErrorCode, type ImportResult, type PhotoId } from '#contract'
import type { Archive } from '../archive/archive.js'
import type { Originals } from '../archive/originals.js'
import type { Imaging } from '../imaging/imaging.js'
import type { ArchiveIndex, Likeness } from '../index/archive-index.js'
import type { Job } from '../jobs/job.js'
import type { Metadata } from '../metadata/metadata.js'
import type { Copier } from './copy.js'
import { Recorder } from './recorder.js'
import { findFiles, type SourceFile } from './sources.js'
import { Intakes } from './take-in.js'

/** How many files are in hand at once: two are decoded while others are copied, read and recorded. */
const inHand = 8

/** What stops an import as a whole, because it would meet every further file alike. */
const fatal: readonly ErrorCode[] = ['disk-full', 'archive-locked', 'archive-read-only', 'no-archive', 'engine-stopped']

export interface ImportRequest {
  archive: Archive
  originals: Originals
  index: ArchiveIndex
  /** The archive's folder and its cache folder, absolute. */
  folder: string
  cacheFolder: string
  copier: Copier
  imaging: Imaging
  metadata: Metadata
  /** Files and folders, as the user chose them. */
  paths: readonly string[]
}

export interface Imported {
  result: ImportResult
  /** The photos behind the files, imported or there already, in the files' order. */
  photoIds: PhotoId[]
}

/**
 * Brings files in: each is copied, fsynced, verified, decoded, read, recorded. What fails costs that file; a full disk or
 * a lost archive stops the rest and is reported for each file that did not come in. Cancelling keeps what is finished.
 */
export async function importPhotos(request: ImportRequest, job: Job): Promise<Imported> {
  const { archive, originals, copier } = request
  const found = await findFiles(request.paths, request.folder, job.signal)
  for (const failure of found.failed) job.fail(failure)
  if (found.files.length === 0 && found.failed.length === 0 && !job.signal.aborted) {
    throw new CutlineError('nothing-to-import', 'There are no files there to import. Nothing was changed.')
  }
  const holds = async (file: string, sha256: string) => (await copier.hash(file)).sha256 === sha256
  const intakes = new Intakes({
    ...request,
    recorder: new Recorder(archive, originals, holds),
    batch: job.id,
  })
  const outcome = new Outcome(found.files)
  const bytesTotal = found.files.reduce((sum, file) => sum + file.bytes, 0)
  let done = 0
  let bytesDone = 0
  job.progress({ phase: 'working', total: found.files.length, bytesTotal })
  const queue = new PQueue({ concurrency: inHand })
  let stopped: CutlineError | null = null
  const takeOne = async (file: SourceFile, id: PhotoId) => {
    if (job.signal.aborted) return
    job.progress({ current: file.shown })
    try {
      if (stopped) throw stopped
      outcome.note(file, await intakes.take(file, id))
    } catch (thrown) {
      const error = CutlineError.from(thrown)
      if (fatal.includes(error.code)) stopped = error
      job.fail({ file: file.shown, code: error.code, message: error.message })
    }
    done += 1
    bytesDone += file.bytes
    job.progress({ done, bytesDone })
  }
  // Ids are given in the files' order, which is the order of photos that came in together.
  const tasks = found.files.map((file) => ({ file, id: uuidv7() }))
  await queue.addAll(
    tasks.map(
      ({ file, id }) =>
        () =>
          takeOne(file, id),
    ),
  )
  job.progress({ phase: 'finishing', current: '' })
  // Derived data: what is not noted here, after a crash say, is found by looking at the thumbnails later.
  await request.index.putLikenesses(outcome.likenesses()).catch(() => undefined)
  return {
    result: { ...outcome.lists(), failed: [...job.failures], skipped: found.skipped, similar: [] },
    photoIds: outcome.photoIds(),
  }
}

type Lists = Pick<ImportResult, 'imported' | 'duplicates' | 'warnings'>

/** Collects what became of each file, in the files' order rather than in the order they were finished. */
class Outcome {
  private readonly intakes = new Map<SourceFile, Awaited<ReturnType<Intakes['take']>>>()

  constructor(private readonly files: readonly SourceFile[]) {}

  note(file: SourceFile, intake: Awaited<ReturnType<Intakes['take']>>): void {
    this.intakes.set(file, intake)
  }

  photoIds(): PhotoId[] {
    const ids = this.files.flatMap((file) => {
      const intake = this.intakes.get(file)
      if (!intake) return []
      return [intake.kind === 'imported' ? intake.photo.id : intake.id]
    })
    return [...new Set(ids)]
  }

  likenesses(): Likeness[] {
    return [...this.intakes.values()].flatMap((intake) =>
      intake.kind === 'imported' && intake.likeness !== undefined
        ? [{ sha256: intake.photo.sha256, likeness: intake.likeness }]
        : [],
    )
  }

  lists(): Lists {
    const lists: Lists = { imported: [], duplicates: [], warnings: [] }
    for (const file of this.files) {
      const intake = this.intakes.get(file)
      if (intake?.kind === 'duplicate') lists.duplicates.push({ id: intake.id, file: file.shown })
      if (intake?.kind !== 'imported') continue
      lists.imported.push({ id: intake.photo.id, file: file.shown, sha256: intake.photo.sha256 })
      lists.warnings.push(...intake.warnings)
    }
    return lists
  }
}
