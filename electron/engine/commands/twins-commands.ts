import { isDeepStrictEqual } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import {
  CutlineError,
  type Mutation,
  type Photo,
  type PhotoChanges,
  type PhotoId,
  PhotoQuery,
  type Story,
  type TwinGroup,
  usualTwinDistance,
} from '#contract'
import type { CurrentRecords } from '../archive/undo.js'
import { rankTwins } from '../twins/best-twin.js'
import { replaceUses } from '../twins/replace-uses.js'
import { takeOver } from '../twins/take-over.js'
import type { Context } from './context.js'
import { commitEdit } from './edit-commands.js'
import { editPhotos } from './edit-photos.js'
import type { HandlersOf } from './handlers.js'
import { setStory } from './set-story.js'

export function twinsCommands(
  context: Context,
): HandlersOf<'twins.count' | 'twins.list' | 'twins.of' | 'twins.keep' | 'twins.different' | 'twins.restore'> {
  return {
    'twins.count': async () => {
      const index = await context.session().index()
      const groups = await context.twins().twins.groups(usualTwinDistance)
      const { total } = await index.ids(PhotoQuery.parse({ setAside: true }), { offset: 0, limit: 1 })
      return { groups: groups.length, setAside: total, pending: await index.notLookedAtCount() }
    },
    'twins.list': async ({ distance = usualTwinDistance, offset, limit, complete }) => {
      if (complete) await context.twins().looker.finish()
      const session = context.session()
      const index = await session.index()
      const all = await context.twins().twins.groups(distance)
      const stories = await session.archive.stories()
      const groups: TwinGroup[] = []
      for (const found of all.slice(offset, offset + limit)) {
        const photos = await index.get(found.map(({ id }) => id))
        if (photos.length > 1) groups.push(await groupOf(context, photos, stories))
      }
      return { total: all.length, groups, pending: await index.notLookedAtCount() }
    },
    'twins.of': async ({ id, distance = usualTwinDistance }) => {
      const [photo] = await context.session().archive.photos([id])
      if (!photo) throw noSuchPhoto(id)
      const near = await context.twins().twins.near([id], distance)
      return { twins: near.get(id) ?? [] }
    },
    'twins.keep': async ({ keep, setAside, textFrom }) => {
      const aside = setAside.filter((id) => id !== keep)
      const users = (await context.session().archive.stories()).filter(({ photos }) =>
        photos.some(({ photoId }) => aside.includes(photoId)),
      )
      let stories = 0
      const entry = await commitEdit(context, 'twins.keep', async (current) => {
        const kept = await existing(current, keep)
        const others: Photo[] = []
        for (const id of aside) others.push(await existing(current, id))
        const from = textFrom === undefined ? null : await existing(current, textFrom)
        const changes = takeOver(kept, others, from)
        const replaced: Mutation[] = []
        for (const { id } of users) {
          const story = await current.story(id)
          const after = { id: kept.id, caption: changes.caption ?? kept.caption }
          const byId = new Map(others.map((other) => [other.id, other]))
          if (story) replaced.push(...setStory(story, { photos: replaceUses(story.photos, after, byId) }))
        }
        stories = replaced.length
        return [
          ...photoSet(kept, { ...changes, twinOf: null }),
          ...others.flatMap((other) => photoSet(other, { twinOf: keep })),
          ...replaced,
        ]
      })
      return { changed: (entry?.mutations.length ?? 0) - stories, stories }
    },
    'twins.different': async ({ ids }) => {
      const entry = await commitEdit(context, 'twins.different', async (current) => {
        for (const id of ids) await existing(current, id)
        const record = { kind: 'not-twins' as const, id: uuidv7(), photos: [...new Set(ids)] }
        return [{ op: 'desk.put', id: record.id, before: null, after: record }]
      })
      return { changed: entry?.mutations.length ?? 0 }
    },
    'twins.restore': ({ ids }) =>
      editPhotos(context, 'twins.restore', ids, (photo) => photoSet(photo, { twinOf: null })),
  }
}

/** A group as it is shown: the best copy first, with why, and who uses which. */
async function groupOf(context: Context, found: readonly Photo[], stories: readonly Story[]): Promise<TwinGroup> {
  const { photos, reasons } = rankTwins(found)
  const distances = await context.twins().twins.distances(photos.map(({ id }) => id))
  const twins = photos.map((photo, at) => ({
    photo,
    distance: distances[at] ?? 0,
    stories: stories
      .filter((story) => story.photos.some(({ photoId }) => photoId === photo.id))
      .map(({ id, headline }) => ({ id, headline })),
  }))
  return { twins, reasons }
}

/** The mutation that makes a change of a record; none where it says so already. */
function photoSet(photo: Photo, set: PhotoChanges): Mutation[] {
  const current = new Map<string, unknown>(Object.entries(photo))
  const changed = Object.entries(set).filter(([field, value]) => !isDeepStrictEqual(current.get(field), value))
  if (changed.length === 0) return []
  const before: PhotoChanges = Object.fromEntries(changed.map(([field]) => [field, current.get(field)]))
  return [{ op: 'photo.set', id: photo.id, before, after: Object.fromEntries(changed) }]
}

async function existing(current: CurrentRecords, id: PhotoId): Promise<Photo> {
  const photo = await current.photo(id)
  if (!photo) throw noSuchPhoto(id)
  return photo
}

function noSuchPhoto(id: PhotoId): CutlineError {
  return new CutlineError('photo-not-found', `There is no photo ${id} in this archive.`, { id })
}
