import { rm } from 'node:fs/promises'
import {
  type BundleTaken,
  CutlineError,
  type EditKind,
  type Entry,
  type Mutation,
  type Photo,
  type PhotoId,
} from '#contract'
import type { CurrentRecords } from '../../archive/undo.js'
import type { Job } from '../../jobs/job.js'
import { stopsIntake } from '../../jobs/stops-intake.js'
import { stopIfCancelled } from '../several-at-a-time.js'
import { bringIn, type BringTools, type BroughtIn, dropBroughtIn, placeBroughtIn } from './bring-in.js'
import type { Incoming } from './incoming.js'
import type { OpenedBundle } from './open-bundle.js'
import { planReturn, type Return, type ReturnTools, undecidedIn } from './plan-return.js'
import { returnMutations } from './return-mutations.js'

const cancelled = 'Taking the bundle was cancelled; the archive is as it was.'

export interface TakeTools extends ReturnTools, BringTools {
  /** Makes the one change of the archive; resolves when it is on disk. */
  commit: (
    kind: EditKind,
    build: (current: CurrentRecords) => Promise<Mutation[]> | Mutation[],
  ) => Promise<Entry | null>
}

/**
 * Takes a bundle: files of new photos are copied and verified first, then one entry brings all of it or nothing. Cancelling before that
 * entry, or dying, leaves the archive as it was. A new photo whose file cannot come in costs that photo.
 */
export async function takeBundle(
  incoming: Incoming,
  opened: OpenedBundle,
  tools: TakeTools,
  job: Job,
): Promise<BundleTaken> {
  const planned = await planReturn(incoming, opened, tools)
  const brought = await bringAll(planned, opened, tools, job)
  const files: string[] = []
  try {
    stopIfCancelled(job.signal, cancelled)
    job.progress({ phase: 'finishing', current: '' })
    const day = new Date()
    const ready = new Map<PhotoId, Photo>()
    for (const each of brought) {
      const { photo, placed } = await placeBroughtIn(each, day, tools)
      ready.set(photo.id, photo)
      files.push(...placed)
    }
    let taken: Return = planned
    const entry = await tools.commit('bundle.take', async () => {
      // As the archive is now: nothing comes between this look and the change.
      taken = await planReturn(incoming, opened, tools)
      return returnMutations(taken, ready)
    })
    return resultOf(taken, ready, entry, opened, job)
  } catch (error) {
    // None of them has a record.
    for (const file of files) await rm(file, { force: true })
    throw error
  } finally {
    for (const each of brought) await dropBroughtIn(each)
  }
}

async function bringAll(planned: Return, opened: OpenedBundle, tools: TakeTools, job: Job): Promise<BroughtIn[]> {
  const coming = planned.photos.flatMap(({ incoming, comesAs }) => (comesAs ? [{ incoming, from: comesAs.path }] : []))
  const brought: BroughtIn[] = []
  job.progress({ phase: 'working', done: 0, total: coming.length })
  try {
    for (const [at, { incoming, from }] of coming.entries()) {
      await job.turn()
      stopIfCancelled(job.signal, cancelled)
      const { file } = incoming.contents.original
      job.progress({ current: file, done: at })
      try {
        brought.push(await bringIn(incoming, { path: from, batch: job.id }, opened, tools))
      } catch (thrown) {
        const error = CutlineError.from(thrown)
        if (stopsIntake(error)) throw error
        job.fail({ file, code: error.code, message: error.message })
      }
    }
    return brought
  } catch (error) {
    for (const each of brought) await dropBroughtIn(each)
    throw error
  }
}

function resultOf(
  taken: Return,
  ready: ReadonlyMap<PhotoId, Photo>,
  entry: Entry | null,
  { findings }: OpenedBundle,
  job: Job,
): BundleTaken {
  const mutations = entry?.mutations ?? []
  const added = new Set(mutations.flatMap((mutation) => (mutation.op === 'photo.add' ? [mutation.photo.id] : [])))
  const changed: BundleTaken['changed'] = []
  for (const { here, merge } of taken.photos) {
    if (here && merge && merge.becomes.size > 0)
      changed.push({ id: here.id, file: here.file, fields: [...merge.becomes.keys()] })
  }
  const { story } = taken
  return {
    storyId: story?.there.id ?? null,
    added: taken.photos.flatMap(({ incoming, comesAs }) => {
      const photo = ready.get(incoming.id)
      return photo && comesAs && added.has(photo.id)
        ? [{ id: photo.id, file: photo.file, takenAs: comesAs.takenAs }]
        : []
    }),
    changed,
    same: taken.photos.filter(({ here, merge }) => here && merge?.becomes.size === 0).length,
    storyChanged: story !== null && (story.here === null || story.merge.becomes.size > 0),
    undecided: undecidedIn(taken),
    findings,
    failed: [
      ...job.failures,
      ...taken.photos.flatMap(({ here, problem, comesAs }) => (!here && !comesAs && problem ? [problem] : [])),
    ],
    warnings: taken.photos.flatMap(({ here, problem }) => (here && problem ? [problem] : [])),
  }
}
