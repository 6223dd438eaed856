import { type BundleDecision, type BundlePlan, CutlineError, type MergeRule, type PhotoId } from '#contract'
import { isBag } from '../bundles/bag/recognise-bag.js'
import { type Incoming, incomingOf } from '../bundles/return/incoming.js'
import { type OpenedBundle, openBundle } from '../bundles/return/open-bundle.js'
import { planReturn } from '../bundles/return/plan-return.js'
import { readForeignEdits } from '../bundles/return/read-foreign-edits.js'
import { takeBundle } from '../bundles/return/take-bundle.js'
import { tellPlan } from '../bundles/return/tell-plan.js'
import type { Job } from '../jobs/job.js'
import type { Context } from './context.js'
import { commitEdit } from './edit-commands.js'
import type { HandlersOf } from './handlers.js'

interface Asked {
  rule: MergeRule | null
  decisions: readonly BundleDecision[]
  leaveOut: readonly PhotoId[]
}

export function bundleCommands(context: Context): HandlersOf<'bundles.recognise' | 'bundles.plan' | 'bundles.take'> {
  const toolsFor = async ({ rule, decisions, leaveOut }: Asked) => {
    const session = context.session()
    const deciding = { rule, decisions, by: context.user, at: new Date().toISOString() }
    return { archive: session.archive, index: await session.index(), deciding, leaveOut: new Set(leaveOut) }
  }
  return {
    'bundles.recognise': async ({ place }) => ({ isBundle: await isBag(place) }),
    'bundles.plan': async ({ place, rule }) => {
      const tools = await toolsFor({ rule, decisions: [], leaveOut: [] })
      const jobId = context.jobs.start('bundle-plan', (job) =>
        withBundle(context, place, job, async (opened, incoming): Promise<BundlePlan> => {
          if (!incoming) return bare(place, opened)
          return tellPlan({ place, rule, incoming, opened }, await planReturn(incoming, opened, tools))
        }),
      )
      return { jobId }
    },
    'bundles.take': async ({ place, ...asked }) => {
      const session = context.session()
      await session.archive.requireWritable()
      const tools = await toolsFor(asked)
      const { originals, cacheFolder } = session
      const { imaging, metadata, copier } = context
      const jobId = context.jobs.start('bundle-take', (job) =>
        withBundle(context, place, job, async (opened, incoming) => {
          if (!opened.canTake) throw refused(opened)
          if (!incoming) throw otherOrigin(place)
          const taking = {
            ...{ ...tools, originals, cacheFolder, imaging, metadata },
            hash: (file: string) => copier.hash(file),
            commit: (...change: Parameters<typeof session.archive.commit>) => commitEdit(context, ...change),
          }
          const taken = await takeBundle(incoming, opened, taking, job)
          context.tellArchive()
          return taken
        }),
      )
      return { jobId }
    },
  }
}

async function withBundle<T>(
  context: Context,
  place: string,
  job: Job,
  work: (opened: OpenedBundle, incoming: Incoming | null) => Promise<T>,
): Promise<T> {
  const opened = await openBundle(place, job.signal)
  try {
    const { reading } = opened
    const edits = reading ? await readForeignEdits(reading, opened, context.metadata) : []
    return await work(opened, reading && incomingOf(reading, edits))
  } finally {
    await opened.close()
  }
}

/** Of a bag of other origin, and of one that cannot be taken. */
function bare(place: string, { findings, canTake }: OpenedBundle): BundlePlan {
  const nothing = { archive: null, exportedAt: null, story: null, photos: [], undecided: 0 }
  return { place, kind: 'bag', canTake, findings, ...nothing, changesAnything: canTake }
}

function refused({ findings }: OpenedBundle): CutlineError {
  const found = findings.filter(({ weight }) => weight === 'refused')
  return new CutlineError('bundle-refused', `${found[0]?.message ?? 'The bundle is unsafe.'} Nothing was taken.`, {
    findings: found,
  })
}

function otherOrigin(place: string): CutlineError {
  return new CutlineError(
    'invalid-input',
    'This bag was not written by Cutline; import it, and its photos come in with what they say of themselves.',
    { place },
  )
}
