import PQueue from 'p-queue'
import { v7 as uuidv7 } from 'uuid'
import { CutlineError, type ImportResult, type JobId, type PhotoFieldChanges, type PhotoId } from '#contract'
import type { Archive } from '../archive/archive.js'
import type { Originals } from '../archive/originals.js'
import type { Imaging } from '../imaging/imaging.js'
import type { ArchiveIndex } from '../index/archive-index.js'
import type { Job } from '../jobs/job.js'
import { stopsIntake } from '../jobs/stops-intake.js'
import type { Metadata } from '../metadata/metadata.js'
import { Arrivals } from './arrivals.js'
import { companionKind, groupCompanions } from './companions.js'
import type { Copier } from './copy.js'
import { Outcome } from './outcome.js'
import { Recorder } from './recorder.js'
import type { CompanionFile } from './companion-intake.js'
import { type SourceFile, type SourceTools, withBytes } from './source.js'
import type { Naming } from './naming.js'
import { openSources } from './open-sources.js'
import { withStaging } from './staging.js'
import { type Asked, forgetImport, ImportLog, type Settled } from './unfinished.js'
import { Intakes } from './take-in.js'

/** How many files are in hand at once: two are decoded while others are copied, read, or wait to be recorded together. */
const inHand = 12

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
  naming: Naming
  /** Called for each file whose picture can be shown before its photo is there. */
  onArriving: (photo: { id: PhotoId; file: string }) => void
  /** What is kept on disk, so that the import can go on after a quit or a crash; null for one that nobody would miss. */
  choices: Asked['choices'] | null
  /** The import that was interrupted and goes on with this one, with what it had settled. */
  after?: { id: JobId; settled: readonly Settled[] }
}

export interface Imported {
  result: ImportResult
  /** The photos behind the files, imported or there already, in the files' order; those of a run before the interruption too. */
  photoIds: PhotoId[]
  /** Those among them that this import brought. */
  newIds: PhotoId[]
  /** What was written beside pictures whose photos were there already. */
  texts: Map<PhotoId, PhotoFieldChanges>
  /** Whether it ended as it was meant to, or was cancelled by somebody; else it can go on later. */
  isOver: boolean
  /** Called when all that follows from the import is on disk: it is no longer offered for going on. */
  forget: () => Promise<void>
}

/**
 * Brings files in: each is copied, fsynced, verified, decoded, read, recorded. What fails costs that file; a full disk or
 * a lost archive stops the rest and is reported for each file that did not come in. Cancelling keeps what is finished.
 */
export async function importPhotos(request: ImportRequest, job: Job): Promise<Imported> {
  return withStaging(job.signal, (tools) => importAll(request, job, tools))
}

async function importAll(request: ImportRequest, job: Job, tools: SourceTools): Promise<Imported> {
  const { archive, originals, copier, paths, choices, after } = request
  const before = after?.settled ?? []
  const found = await openSources(paths, request.folder, tools)
  for (const failure of found.failed) job.fail(failure)
  if (found.files.length === 0 && found.failed.length + found.skipped.length === 0 && !job.signal.aborted) {
    throw new CutlineError('nothing-to-import', 'There are no files there to import. Nothing was changed.')
  }
  const asked = choices && {
    id: job.id,
    startedAt: new Date().toISOString(),
    paths: [...paths],
    choices,
    total: found.files.length,
  }
  const log = asked && (await ImportLog.begin(request.folder, asked, before))
  // The new log holds all that the old one held.
  if (after) await forgetImport(request.folder, after.id)
  const holds = async (file: string, sha256: string) => (await copier.hash(file)).sha256 === sha256
  const queue = new PQueue({ concurrency: inHand })
  const intakes = new Intakes({
    ...request,
    recorder: new Recorder(archive, originals, holds, new Date(), () => queue.size > 0),
    batch: job.id,
    isFatal: stopsIntake,
  })
  const units = unitsOf(found.files)
  const outcome = new Outcome(
    units.map(({ file }) => file),
    before,
  )
  // Ids are given in the files' order, which is the order of photos that came in together.
  const tasks = units
    .map((unit, at) => ({ ...unit, id: uuidv7(), seq: at + 1 }))
    .filter(({ file }) => !outcome.isSettled(file))
  const bytesTotal = tasks.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  let bytesDone = 0
  job.progress({ phase: 'working', total: tasks.length, bytesTotal })
  const fate: { stopped: CutlineError | null } = { stopped: null }
  const takeOne = async ({ file, companions, bytes, id, seq }: (typeof tasks)[number]) => {
    await job.turn()
    if (job.signal.aborted) return
    job.progress({ current: file.shown })
    try {
      if (fate.stopped) throw fate.stopped
      const intake = await withCompanions(companions, () => intakes.take(file, id, seq, companions))
      const settled = outcome.note(file, intake)
      log?.settle(settled)
      for (const failure of intake.failed) job.fail(failure)
    } catch (thrown) {
      const error = CutlineError.from(thrown)
      if (stopsIntake(error)) fate.stopped = error
      job.fail({ file: file.shown, code: error.code, message: error.message })
    }
    done += 1
    bytesDone += bytes
    job.progress({ done, bytesDone })
  }
  // Raws by themselves come last: the finished picture that one belongs to may be in another folder.
  const isLoneRaw = ({ file }: (typeof tasks)[number]) => companionKind(file.name) === 'raw'
  const inTurn = [...tasks.filter((task) => !isLoneRaw(task)), ...tasks.filter(isLoneRaw)]
  const arrivals = new Arrivals(request.imaging, request.cacheFolder, request.onArriving)
  void arrivals.show(tasks.filter(({ file }) => file.fetch === undefined))
  try {
    await queue.addAll(inTurn.map((task) => () => takeOne(task)))
    await arrivals.end()
  } finally {
    await log?.close()
  }
  job.progress({ phase: 'finishing', current: '' })
  // Derived data: what is not noted here, after a crash say, is found by looking at the thumbnails later.
  await request.index.putLikenesses(outcome.likenesses()).catch(() => undefined)
  return {
    result: { ...outcome.lists(), failed: [...job.failures], skipped: found.skipped, similar: [] },
    photoIds: outcome.photoIds(),
    newIds: outcome.newIds(),
    texts: outcome.texts(),
    isOver: fate.stopped === null && !job.closing,
    forget: async () => log?.end(),
  }
}

/** Files with what belongs to them. What lies in a zip or a document has its place there, not where its bytes will be. */
function unitsOf(files: readonly SourceFile[]) {
  const placed = files.map((file) => ({ path: file.fetch ? file.shown : file.path, file }))
  return groupCompanions(placed).map(({ main, companions }) => {
    const along = companions.map(({ kind, file: { file } }) => ({ kind, file }))
    return {
      file: main.file,
      companions: along,
      bytes: along.reduce((sum, { file }) => sum + file.bytes, main.file.bytes),
    }
  })
}

/** Works while the bytes of all companions are at hand. */
function withCompanions<T>([first, ...others]: readonly CompanionFile[], work: () => Promise<T>): Promise<T> {
  return first === undefined ? work() : withBytes(first.file, () => withCompanions(others, work))
}
