import type { Mutation, Photo, SidecarChoice, SidecarDifference } from '#contract'
import { noteDecided, shownDifference } from '../sidecars/decide.js'
import { runOverArchive } from '../sidecars/run-over-archive.js'
import { pickFields } from '../sidecars/stated-fields.js'
import type { Context } from './context.js'
import type { HandlersOf } from './handlers.js'
import { photoChange } from './photo-change.js'
import type { Session } from './session.js'

/** Photos whose sidecars one look asks after; a selection of ten thousand is looked at by its first. */
const lookedAt = 200

export function sidecarCommands(
  context: Context,
): HandlersOf<'sidecars.state' | 'sidecars.differences' | 'sidecars.resolve' | 'sidecars.look' | 'sidecars.run'> {
  return {
    'sidecars.state': () => Promise.resolve(context.session().sidecars.state()),
    'sidecars.differences': async ({ offset, limit }) => {
      const session = context.session()
      return { total: session.sidecarStore.differingCount(), photos: await differences(session, offset, limit) }
    },
    'sidecars.resolve': async (input) => {
      const session = context.session()
      const choices = 'choices' in input ? input.choices : await allChoices(session, input.all)
      return { decided: await resolve(context, session, choices) }
    },
    'sidecars.look': async ({ ids }) => {
      await context.session().sidecars.look(ids.slice(0, lookedAt))
      return {}
    },
    'sidecars.run': async ({ mode }) => {
      const { sidecars, archive } = context.session()
      if (mode === 'write') await archive.requireWritable()
      return { jobId: context.jobs.start('sidecars', (job) => runOverArchive(sidecars, archive, mode, job)) }
    },
  }
}

async function differences(session: Session, offset: number, limit: number): Promise<SidecarDifference[]> {
  const records = session.sidecarStore.differing(offset, limit)
  const photos = new Map((await session.archive.photos(records.map(({ photoId }) => photoId))).map((p) => [p.id, p]))
  return records.flatMap((record) => {
    const photo = photos.get(record.photoId)
    return (photo && shownDifference(photo, record)) ?? []
  })
}

async function allChoices(session: Session, all: 'take' | 'refuse'): Promise<SidecarChoice[]> {
  const shown = await differences(session, 0, session.sidecarStore.differingCount())
  return shown.map(({ photoId, fields }) => ({
    photoId,
    take: all === 'take' ? fields : [],
    refuse: all === 'refuse' ? fields : [],
  }))
}

/**
 * One entry for all choices. A refused text is put into the history by being set and set back; what Undo takes back of it is the
 * setting back, so that it turns the choice round.
 */
async function resolve(context: Context, session: Session, choices: readonly SidecarChoice[]): Promise<number> {
  let decided = 0
  const settings = new Set<Mutation>()
  const entry = await session.archive.commit('photo.sidecars', async (current) => {
    const mutations: Mutation[] = []
    for (const { photoId, take, refuse } of choices) {
      const photo = await current.photo(photoId)
      const record = session.sidecarStore.get(photoId)
      const shown = photo && record && shownDifference(photo, record)
      if (!photo || !shown) continue
      const of = (fields: SidecarChoice['take']) => fields.filter((field) => shown.fields.includes(field))
      const [taken, refused] = [of(take), of(refuse).filter((field) => !take.includes(field))]
      decided += taken.length + refused.length
      mutations.push(...photoChange(photo, pickFields(shown.theirs, taken)))
      for (const set of photoChange(photo, pickFields(shown.theirs, refused))) {
        settings.add(set)
        mutations.push(set, ...setBack(set, photo))
      }
    }
    return mutations
  })
  if (entry) {
    session.undo.record({ ...entry, mutations: entry.mutations.filter((mutation) => !settings.has(mutation)) })
    context.tellEdits(session)
  }
  for (const { photoId, take, refuse } of choices) noteDecided(session.sidecarStore, photoId, [...take, ...refuse])
  session.sidecars.ask(
    choices.map(({ photoId }) => photoId),
    0,
  )
  return decided
}

function setBack(set: Mutation, photo: Photo): Mutation[] {
  return set.op === 'photo.set' ? [{ op: 'photo.set', id: photo.id, before: set.after, after: set.before }] : []
}
