import type { Photo, RebuildResult } from '#contract'
import type { Job } from '../jobs/job.js'
import { renderMissing } from './render-missing.js'
import { allPhotos, type UpkeepTools } from './upkeep-tools.js'

/** Makes index and thumbnails anew from the catalog, which is the truth and is only read. */
export async function rebuildFromCatalog(tools: UpkeepTools, job: Job): Promise<RebuildResult> {
  await tools.reindex()
  const photos: Photo[] = []
  for await (const { photo } of allPhotos(tools.archive)) photos.push(photo)
  const thumbnails = await renderMissing(tools, photos, job)
  return { from: 'catalog', photos: photos.length, thumbnails, failed: [...job.failures] }
}
