import type { BulkChange, EditResult, Mutation, PhotoId } from '#contract'
import type { Step } from '../archive/undo.js'
import type { Job } from '../jobs/job.js'
import { changerOf, editKindOf } from './bulk-changer.js'
import type { Context } from './context.js'
import { commitEdit } from './edit-commands.js'
import { isStorable } from './link-facts.js'
import { movePhotos } from './move-photos.js'
import { photoChange } from './photo-change.js'

/** Photos of one entry: a fraction of a second, in which no other edit can be made. */
const atOnce = 250

/**
 * Changes very many photos, one durable entry after another. Stops between two of them when it is cancelled and keeps what is done; Undo
 * takes all entries back in one step. Photos that were deleted meanwhile are passed over.
 */
export async function bulkEdit(
  context: Context,
  ids: readonly PhotoId[],
  change: BulkChange,
  job: Job,
): Promise<EditResult> {
  const result: EditResult = { changed: 0, skipped: 0, total: ids.length }
  job.progress({ phase: 'working', done: 0, total: ids.length })
  if (change.kind === 'move') {
    await job.turn()
    if (job.signal.aborted) return result
    return { ...result, changed: await movePhotos(context, change.from, change.to, ids) }
  }
  const changes = await changerOf(context, change, ids.length)
  let step: Step | null = null
  for (let from = 0; from < ids.length; from += atOnce) {
    await job.turn()
    if (job.signal.aborted) break
    const part = ids.slice(from, from + atOnce)
    const done = { changed: 0, skipped: 0 }
    await commitEdit(
      context,
      editKindOf[change.kind],
      async (current) => {
        const mutations: Mutation[] = []
        for (const [at, id] of part.entries()) {
          const photo = await current.photo(id)
          if (!photo) continue
          const set = changes(photo, from + at)
          const changed = set === null ? null : photoChange(photo, set)
          // One that would come out too long, say, holds up none of the others.
          if (changed?.every(isStorable)) mutations.push(...changed)
          else done.skipped += 1
        }
        done.changed = mutations.length
        return mutations
      },
      (session, entry) => {
        step = session.undo.recordPart(entry, step)
      },
    )
    result.changed += done.changed
    result.skipped += done.skipped
    job.progress({ done: from + part.length })
    // The index follows behind; it must not fall back by thousands of photos.
    await context.session().indexSoFar()
  }
  return result
}
