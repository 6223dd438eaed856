import { stat } from 'node:fs/promises'
import { CutlineError, type DeletedPhoto, type DeletionPlan, type Mutation, type Photo, type PhotoId } from '#contract'
import { isCode } from '../durable/write.js'
import { filesOf } from '../trash/photo-files.js'
import { removeFiles } from '../trash/remove-files.js'
import type { Context } from './context.js'
import { editPhotos } from './edit-photos.js'
import type { HandlersOf } from './handlers.js'
import { recordChange } from './photo-change.js'
import { setStory } from './set-story.js'

/** More than anybody reads of old deletions. */
const shown = 1_000

export function trashCommands(
  context: Context,
): HandlersOf<'photos.trash' | 'photos.restore' | 'photos.deletionPlan' | 'photos.deleteForGood' | 'photos.deleted'> {
  return {
    'photos.trash': ({ ids }) => {
      const trashedAt = new Date().toISOString()
      return editPhotos(context, 'photo.trash', ids, (photo) =>
        photo.trashedAt === null ? recordChange(photo, { trashedAt }) : [],
      )
    },
    'photos.restore': ({ ids }) =>
      editPhotos(context, 'photo.restore', ids, (photo) => recordChange(photo, { trashedAt: null })),
    'photos.deletionPlan': ({ ids }) => deletionPlan(context, ids),
    'photos.deleteForGood': async ({ ids }) => {
      const session = context.session()
      const { archive } = session
      const wanted = new Set(ids)
      const stories = await archive.stories()
      const removed: Photo[] = []
      // One entry: record, uses and places in collections go together or not at all. Files come after it is on disk.
      await archive.commit('photo.delete', async (current) => {
        const mutations: Mutation[] = []
        for (const id of wanted) {
          const photo = await current.photo(id)
          if (!photo) throw noSuchPhoto(id)
          if (photo.trashedAt === null) throw notTrashed(photo)
          removed.push(photo)
          mutations.push({ op: 'photo.remove', photo })
        }
        for (const { id } of stories) {
          const story = await current.story(id)
          if (!story) continue
          mutations.push(...setStory(story, { photos: story.photos.filter(({ photoId }) => !wanted.has(photoId)) }))
        }
        for (const record of archive.desk()) {
          if (record.kind !== 'collection' || !record.photos.some((id) => wanted.has(id))) continue
          const after = { ...record, photos: record.photos.filter((id) => !wanted.has(id)) }
          mutations.push({ op: 'desk.put', id: record.id, before: record, after })
        }
        return mutations
      })
      // A sidecar that is being written now must not come back.
      await session.sidecars.between(() => removeFiles(session))
      return { changed: removed.length }
    },
    'photos.deleted': async () => {
      const photos: DeletedPhoto[] = []
      let total = 0
      for await (const { at, by, photo } of context.session().archive.deletions()) {
        const { id, file, sha256, caption, credit } = photo
        photos.push({ id, file, sha256, caption, credit, at, by })
        total += 1
        if (photos.length > shown) photos.shift()
      }
      return { total, photos: photos.reverse() }
    },
  }
}

async function deletionPlan(context: Context, ids: readonly PhotoId[]): Promise<DeletionPlan> {
  const { archive, originals, sidecarStore } = context.session()
  const wanted = new Set(ids)
  const photos = await archive.photos([...wanted])
  const plan: DeletionPlan = {
    photos: photos.length,
    files: 0,
    companions: photos.reduce((sum, { companions }) => sum + companions.length, 0),
    sidecars: 0,
    bytes: 0,
    stories: [],
    collections: [],
  }
  for (const photo of photos) {
    const files = filesOf(photo, sidecarStore.get(photo.id)?.file ?? null)
    for (const file of [...files.originals, ...files.sidecars]) {
      const bytes = await sizeOf(originals.absolute(file))
      if (bytes === null) continue
      plan.files += 1
      plan.bytes += bytes
      if (files.sidecars.includes(file)) plan.sidecars += 1
    }
  }
  for (const { id, headline, photos: uses } of await archive.stories()) {
    const lost = uses.filter(({ photoId }) => wanted.has(photoId)).length
    if (lost > 0) plan.stories.push({ id, headline, photos: lost })
  }
  for (const record of archive.desk()) {
    if (record.kind === 'collection' && record.photos.some((id) => wanted.has(id))) plan.collections.push(record.name)
  }
  return plan
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return null
    throw error
  }
}

function noSuchPhoto(id: PhotoId): CutlineError {
  return new CutlineError('photo-not-found', `There is no photo ${id} in this archive.`, { id })
}

function notTrashed({ id, file }: Photo): CutlineError {
  return new CutlineError('photo-not-trashed', `${file} is not in the trash. Nothing was deleted.`, { id })
}
