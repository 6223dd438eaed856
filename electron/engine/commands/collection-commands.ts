import { v7 as uuidv7 } from 'uuid'
import { type Collection, CutlineError, type DeskRecord, type Mutation, type PhotoId } from '#contract'
import type { Context } from './context.js'
import { commitEdit } from './edit-commands.js'
import type { HandlersOf } from './handlers.js'

export function collectionCommands(
  context: Context,
): HandlersOf<
  | 'collections.create'
  | 'collections.rename'
  | 'collections.move'
  | 'collections.delete'
  | 'collections.addPhotos'
  | 'collections.removePhotos'
  | 'collections.orderPhotos'
  | 'collections.photos'
> {
  const change = async (id: string, next: (collection: Collection) => Collection) => {
    const entry = await commitEdit(context, 'collection', (current): Mutation[] => {
      const before = existing(current.desk(id), id)
      const after = next(before)
      return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ op: 'desk.put', id, before, after }]
    })
    return { changed: entry?.mutations.length ?? 0 }
  }
  const ofPhotos = (id: string, next: (photos: readonly PhotoId[]) => PhotoId[]) =>
    change(id, (collection) => {
      if (collection.isFolder) throw new CutlineError('invalid-input', `${collection.name} is a folder.`, { id })
      return { ...collection, photos: next(collection.photos) }
    })
  return {
    'collections.create': async ({ name, parent, isFolder, photoIds }) => {
      await requirePhotos(context, photoIds)
      const photos = isFolder ? [] : [...new Set(photoIds)]
      const collection: Collection = { kind: 'collection', id: uuidv7(), name, parent, isFolder, photos }
      await commitEdit(context, 'collection', (current) => {
        if (parent !== null) requireFolder(current.desk(parent), parent)
        return [{ op: 'desk.put', id: collection.id, before: null, after: collection }]
      })
      return { collection }
    },
    'collections.rename': ({ id, name }) => change(id, (collection) => ({ ...collection, name })),
    'collections.move': ({ id, parent }) =>
      change(id, (collection) => {
        const all = context.session().archive.desk()
        if (parent !== null) requireFolder(all.find((record) => record.id === parent) ?? null, parent)
        if (parent !== null && within(all, id).has(parent)) {
          throw new CutlineError('invalid-input', `${collection.name} cannot be moved into itself.`, { id, parent })
        }
        return { ...collection, parent }
      }),
    'collections.delete': async ({ id }) => {
      const entry = await commitEdit(context, 'collection', (current) => {
        existing(current.desk(id), id)
        const gone = within(context.session().archive.desk(), id)
        // What stands inside goes first, so that Undo brings the folder back before it.
        return [...gone].reverse().flatMap((each): Mutation[] => {
          const before = current.desk(each)
          return before ? [{ op: 'desk.put', id: each, before, after: null }] : []
        })
      })
      return { changed: entry?.mutations.length ?? 0 }
    },
    'collections.addPhotos': async ({ id, photoIds, at }) => {
      await requirePhotos(context, photoIds)
      return ofPhotos(id, (photos) => {
        const there = new Set(photos)
        const added = [...new Set(photoIds)].filter((photoId) => !there.has(photoId))
        return photos.toSpliced(at ?? photos.length, 0, ...added)
      })
    },
    'collections.removePhotos': ({ id, photoIds }) => {
      const gone = new Set(photoIds)
      return ofPhotos(id, (photos) => photos.filter((photoId) => !gone.has(photoId)))
    },
    'collections.orderPhotos': ({ id, photoIds }) =>
      ofPhotos(id, (photos) => {
        const there = new Set(photos)
        const first = new Set(photoIds.filter((photoId) => there.has(photoId)))
        return [...first, ...photos.filter((photoId) => !first.has(photoId))]
      }),
    'collections.photos': async ({ id, offset, limit }) => {
      const { archive } = context.session()
      const collection = existing(archive.desk().find((record) => record.id === id) ?? null, id)
      const photos = (await archive.photos(collection.photos)).filter(({ trashedAt }) => trashedAt === null)
      return { total: photos.length, photos: photos.slice(offset, offset + limit) }
    },
  }
}

function existing(record: DeskRecord | null, id: string): Collection {
  if (record?.kind === 'collection') return record
  throw new CutlineError('invalid-input', `There is no collection ${id} in this archive.`, { id })
}

function requireFolder(record: DeskRecord | null, id: string): void {
  if (!existing(record, id).isFolder) throw new CutlineError('invalid-input', `${id} is no folder.`, { id })
}

/** A collection or folder with everything that stands in it, at any depth; itself first. */
function within(all: readonly DeskRecord[], id: string): ReadonlySet<string> {
  const found = new Set([id])
  // A set goes on to what is added while it is walked.
  for (const parent of found) {
    for (const record of all) if (record.kind === 'collection' && record.parent === parent) found.add(record.id)
  }
  return found
}

async function requirePhotos(context: Context, ids: readonly PhotoId[]): Promise<void> {
  const found = new Set((await context.session().archive.photos(ids)).map(({ id }) => id))
  const missing = ids.find((id) => !found.has(id))
  if (missing !== undefined)
    throw new CutlineError('photo-not-found', `There is no photo ${missing} in this archive.`, { id: missing })
}
