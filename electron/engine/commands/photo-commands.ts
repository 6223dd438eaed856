import { access, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { CutlineError, type Mutation, type Photo, type PhotoFieldChanges, type PhotoFields } from '#contract'
import { previewFile, thumbnailFile } from '../archive/cache-files.js'
import type { Context } from './context.js'
import { commitEdit } from './edit-commands.js'
import type { HandlersOf } from './handlers.js'

export function photoCommands(
  context: Context,
): HandlersOf<'photos.list' | 'photos.ids' | 'photos.get' | 'photos.edit' | 'photos.preview' | 'photos.thumbnail'> {
  /** Renders a picture for the screen unless it stands in the cache already. */
  const rendered = async (photo: Photo, file: string, render: (source: string) => Promise<unknown>) => {
    if (await exists(file)) return { file }
    await mkdir(path.dirname(file), { recursive: true })
    await render(context.session().originals.absolute(photo.path))
    return { file }
  }
  return {
    'photos.list': async ({ query, offset, limit }) => (await context.session().index()).list(query, { offset, limit }),
    'photos.ids': async ({ query, offset, limit }) => (await context.session().index()).ids(query, { offset, limit }),
    'photos.get': async ({ ids }) => ({ photos: await context.session().archive.photos(ids) }),
    'photos.edit': async ({ ids, set }) => {
      const entry = await commitEdit(context, 'photo.edit', async (unit) => {
        const mutations: Mutation[] = []
        for (const id of new Set(ids)) {
          const current = await unit.photo(id)
          if (!current) throw new CutlineError('photo-not-found', `There is no photo ${id} in this archive.`, { id })
          const change = changeOf(current, set)
          if (change) mutations.push({ op: 'photo.set', id, ...change })
        }
        return mutations
      })
      return { changed: entry?.mutations.length ?? 0 }
    },
    'photos.preview': async ({ id }) => {
      const [photo] = await context.session().archive.photos([id])
      if (!photo) throw new CutlineError('photo-not-found', `There is no photo ${id} in this archive.`, { id })
      const file = previewFile(context.session().cacheFolder, photo.sha256)
      return rendered(photo, file, (source) => context.imaging.preview(source, file))
    },
    'photos.thumbnail': async ({ sha256 }) => {
      const session = context.session()
      const id = await (await session.index()).findBySha256(sha256)
      const [photo] = id === null ? [] : await session.archive.photos([id])
      if (!photo) throw new CutlineError('photo-not-found', 'No photo of this archive holds these bytes.', { sha256 })
      const file = thumbnailFile(session.cacheFolder, sha256)
      return rendered(photo, file, (source) => context.imaging.thumbnail(source, file))
    },
  }
}

/** Both sides of what a change really changes; null where everything is as asked already. */
function changeOf(
  photo: PhotoFields,
  set: PhotoFieldChanges,
): { before: PhotoFieldChanges; after: PhotoFieldChanges } | null {
  const before: Record<string, unknown> = {}
  const after: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(set)) {
    const current = photo[field as keyof PhotoFields] // keys of `set` are the contract's fields: zod dropped others
    if (value === undefined || isDeepStrictEqual(current, value)) continue
    before[field] = current
    after[field] = value
  }
  return Object.keys(after).length > 0 ? { before, after } : null
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file)
    return true
  } catch {
    return false
  }
}
