import { access } from 'node:fs/promises'
import PQueue from 'p-queue'
import { CutlineError, type Photo } from '#contract'
import { thumbnailFile } from '../archive/cache-files.js'
import type { Job } from '../jobs/job.js'
import type { UpkeepTools } from './upkeep-tools.js'

/** Renders the thumbnails that are not in the cache. Answers how many were made. */
export async function renderMissing(tools: UpkeepTools, photos: readonly Photo[], job: Job): Promise<number> {
  let made = 0
  let done = 0
  job.progress({ phase: 'working', done, total: photos.length })
  const renderOne = async (photo: Photo) => {
    if (job.signal.aborted) return
    const target = thumbnailFile(tools.cacheFolder, photo.sha256)
    try {
      if (!(await exists(target))) {
        job.progress({ current: photo.file })
        await tools.imaging.thumbnail(tools.originals.absolute(photo.path), target)
        made += 1
      }
    } catch (error) {
      const { code, message } = CutlineError.from(error)
      job.fail({ file: photo.path, code, message })
    }
    job.progress({ done: (done += 1) })
  }
  const queue = new PQueue({ concurrency: 4 })
  await queue.addAll(photos.map((photo) => () => renderOne(photo)))
  return made
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file)
    return true
  } catch {
    return false
  }
}
