import { isDeepStrictEqual } from 'node:util'
import PQueue from 'p-queue'
import { CutlineError, type Photo, type SidecarCounts, type VerifyResult } from '#contract'
import type { Job } from '../jobs/job.js'
import { isSidecar } from '../sidecars/sidecar-names.js'
import { allPhotos, type UpkeepTools } from './upkeep-tools.js'

type Problem = VerifyResult['problems'][number]

/**
 * Reads every original and companion against its recorded SHA-256, and compares catalog, stories, index and files with each other.
 * Changes nothing. A cancelled run tells what it had checked.
 */
export async function verifyArchive(tools: UpkeepTools, job: Job): Promise<VerifyResult> {
  const problems: Problem[] = tools.archive.lost().map((file) => ({
    code: 'archive-damaged',
    file,
    message: 'This volume of the catalog cannot be read. Run: rebuild --from originals',
  }))
  const photos: Photo[] = []
  for await (const { photo } of allPhotos(tools.archive)) photos.push(photo)
  const bytesOf = (photo: Photo) => filesOf(photo).reduce((sum, { bytes }) => sum + bytes, 0)
  const bytesTotal = photos.reduce((sum, photo) => sum + bytesOf(photo), 0)
  job.progress({ phase: 'working', total: photos.length, bytesTotal })

  let done = 0
  let bytesDone = 0
  const checkOne = async (photo: Photo) => {
    if (job.signal.aborted) return
    job.progress({ current: photo.path })
    for (const file of filesOf(photo)) {
      const problem = await checkFile(tools, file, photo.id)
      if (!problem) continue
      problems.push(problem)
      job.fail({ file: file.path, code: problem.code, message: problem.message })
    }
    done += 1
    bytesDone += bytesOf(photo)
    job.progress({ done, bytesDone })
  }
  const queue = new PQueue({ concurrency: 2 })
  await queue.addAll(photos.map((photo) => () => checkOne(photo)))

  let sidecars: SidecarCounts | null = null
  if (!job.signal.aborted) {
    job.progress({ phase: 'finishing', current: '' })
    sidecars = await countSidecars(tools, photos, job)
    problems.push(...(await unknownOriginals(tools, photos)))
    problems.push(...(await storyProblems(tools, photos)))
    problems.push(...(await usageProblems(tools)))
    problems.push(...(await indexProblems(tools, photos)))
  }
  return { photos: done, bytes: bytesDone, problems, ...(sidecars && { sidecars }) }
}

/** A file that was taken in for a photo: its original or a companion. */
type StoredFile = Pick<Photo, 'path' | 'sha256' | 'bytes'>

function filesOf(photo: Photo): StoredFile[] {
  return [photo, ...photo.companions]
}

async function checkFile(
  { originals, copier }: UpkeepTools,
  file: StoredFile,
  photoId: string,
): Promise<Problem | null> {
  const about = { file: file.path, photoId }
  try {
    const { sha256, bytes } = await copier.hash(originals.absolute(file.path))
    // An XMP sidecar is there to be written by other programs.
    if (sha256 === file.sha256 || isSidecar(file.path)) return null
    return {
      ...about,
      code: 'original-changed',
      message: `${file.path} is no longer what was imported (${bytes} bytes now, ${file.bytes} then). Bring it back from a backup copy.`,
    }
  } catch (error) {
    const { code, message } = CutlineError.from(error)
    return code === 'file-vanished'
      ? { ...about, code: 'original-missing', message: `${file.path} is missing. Bring it back from a backup copy.` }
      : { ...about, code, message }
  }
}

async function unknownOriginals({ originals }: UpkeepTools, photos: readonly Photo[]): Promise<Problem[]> {
  const known = new Set(photos.flatMap(filesOf).map(({ path }) => path))
  const problems: Problem[] = []
  for await (const { path } of originals.list()) {
    if (known.has(path) || isSidecar(path)) continue
    problems.push({
      code: 'original-unknown',
      file: path,
      message: `${path} has no record in the catalog. Run: rebuild --from originals`,
    })
  }
  return problems
}

/** Sidecars mirror the catalog; one that is missing or differs is no loss, so it is counted and is no problem. */
async function countSidecars(
  { sidecars }: UpkeepTools,
  photos: readonly Photo[],
  { signal }: Job,
): Promise<SidecarCounts | null> {
  if (!sidecars.isKept()) return null
  await sidecars.drain(() => signal.aborted)
  const counts: SidecarCounts = { missing: 0, behind: 0, differing: 0, damaged: 0 }
  for (let start = 0; start < photos.length && !signal.aborted; start += 64) {
    const found = await sidecars.turn(
      photos.slice(start, start + 64).map(({ id }) => id),
      false,
    )
    for (const key of ['missing', 'behind', 'differing', 'damaged'] as const) counts[key] += found[key].length
  }
  return counts
}

async function storyProblems({ archive }: UpkeepTools, photos: readonly Photo[]): Promise<Problem[]> {
  const known = new Set(photos.map(({ id }) => id))
  return (await archive.stories()).flatMap((story) =>
    story.photos
      .filter(({ photoId }) => !known.has(photoId))
      .map(({ photoId }): Problem => ({
        code: 'catalog-mismatch',
        file: `stories/${story.id}.json`,
        photoId,
        message: `The story "${story.headline}" uses a photo that is not in the catalog.`,
      })),
  )
}

/** Lines of the record of use that cannot be read: whoever counts by it must know. */
async function usageProblems({ usage }: UpkeepTools): Promise<Problem[]> {
  const problems: Problem[] = []
  const damaged = (file: string, line: number) =>
    void problems.push({
      code: 'archive-damaged',
      file,
      message: `Line ${line} of ${file} cannot be read, so one export is missing from its photos. Bring the file back from a backup copy.`,
    })
  // Reading to the end is what finds the damage.
  const records = usage.read({}, damaged)
  while (!(await records.next()).done);
  return problems
}

async function indexProblems(tools: UpkeepTools, photos: readonly Photo[]): Promise<Problem[]> {
  const index = await tools.index()
  const problem = (message: string, photoId?: string): Problem => ({
    code: 'index-mismatch',
    file: 'cache/index.db',
    message: `${message} Run: rebuild --from catalog`,
    ...(photoId === undefined ? {} : { photoId }),
  })
  const problems: Problem[] = []
  const counts = await index.counts()
  if (counts.photos !== photos.length) {
    problems.push(problem(`The index lists ${counts.photos} photos, the catalog ${photos.length}.`))
  }
  for (let start = 0; start < photos.length; start += 500) {
    const slice = photos.slice(start, start + 500)
    const indexed = new Map((await index.get(slice.map(({ id }) => id))).map((photo) => [photo.id, photo]))
    for (const photo of slice) {
      if (!isDeepStrictEqual(indexed.get(photo.id), photo)) {
        problems.push(problem(`The index does not say the same of ${photo.file} as the catalog.`, photo.id))
      }
    }
  }
  return problems
}
