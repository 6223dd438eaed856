import type { PhotoId, SidecarsResult } from '#contract'
import type { Archive } from '../archive/archive.js'
import type { Job } from '../jobs/job.js'
import type { Mirrored } from './mirror-photos.js'
import type { Sidecars } from './sidecars.js'

/** Photos of one turn. */
const together = 16

/**
 * Compares every photo of an archive with its sidecar; in mode `write` the sidecars are brought up to the catalog. Where sidecars are
 * switched off, or the archive is open for reading only, nothing is written. A cancelled run tells what it had finished.
 */
export async function runOverArchive(
  sidecars: Sidecars,
  archive: Archive,
  mode: SidecarsResult['mode'],
  job: Job,
): Promise<SidecarsResult> {
  const write = mode === 'write' && sidecars.isOn()
  // What waits to be written is nobody's fault to be found.
  await sidecars.drain(() => job.signal.aborted)
  const result: SidecarsResult = { ...nothingFound(mode), failed: [] }
  job.progress({ phase: 'working', total: archive.counts().photos })
  for (const unit of archive.stamps().keys()) {
    if (!unit.startsWith('catalog/')) continue
    const photos = await archive.volume(unit)
    for (let start = 0; start < photos.length && !job.signal.aborted; start += together) {
      const some = photos.slice(start, start + together)
      job.progress({ current: some[0]?.path ?? '' })
      const mirrored = await turnTwice(
        sidecars,
        some.map(({ id }) => id),
        write,
      )
      for (const { file, code, message } of mirrored.failed) job.fail({ file, code, message })
      addUp(result, mirrored)
      result.photos += some.length
      job.progress({ done: result.photos })
    }
  }
  if (write && !job.signal.aborted) sidecars.allWritten()
  return { ...result, failed: [...job.failures] }
}

/** Once more where another program was writing at the same moment. */
async function turnTwice(sidecars: Sidecars, ids: PhotoId[], write: boolean): Promise<Mirrored> {
  const first = await sidecars.turn(ids, write)
  if (first.again.length === 0) return first
  const second = await sidecars.turn(first.again, write)
  return {
    ...first,
    written: [...first.written, ...second.written],
    differing: [...first.differing, ...second.differing],
    failed: [...first.failed, ...second.failed],
  }
}

function nothingFound(mode: SidecarsResult['mode']) {
  const counts = { photos: 0, written: 0, missing: 0, behind: 0, differing: 0, damaged: 0 }
  return { mode, ...counts, differingFiles: [], damagedFiles: [] }
}

function addUp(result: SidecarsResult, mirrored: Mirrored): void {
  result.written += mirrored.written.length
  result.missing += mirrored.missing.length
  result.behind += mirrored.behind.length
  result.differing += mirrored.differing.length
  result.damaged += mirrored.damaged.length
  result.differingFiles.push(...mirrored.differing.map(({ file }) => file))
  result.damagedFiles.push(...mirrored.damaged.map(({ file, kept }) => ({ file, kept })))
}
