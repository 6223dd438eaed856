import { access } from 'node:fs/promises'
import { CutlineError, type Photo } from '#contract'
import { previewFile, thumbnailFile } from '../archive/cache-files.js'
import type { Context } from './context.js'
import { editPhotos } from './edit-photos.js'
import type { HandlersOf } from './handlers.js'
import { photoChange } from './photo-change.js'

export function photoCommands(
  context: Context,
): HandlersOf<
  | 'photos.storyGroups'
  | 'photos.paste'
  | 'photos.list'
  | 'photos.ids'
  | 'photos.get'
  | 'photos.edit'
  | 'photos.preview'
  | 'photos.thumbnail'
> {
  /** Renders a picture for the screen unless it stands in the cache already. */
  const rendered = async (photo: Photo, file: string, render: (source: string) => Promise<unknown>) => {
    if (await exists(file)) return { file }
    await render(context.session().originals.absolute(photo.path))
    return { file }
  }
  return {
    'photos.list': async ({ query, offset, limit }) =>
      (await context.session().indexSoFar()).list(query, { offset, limit }),
    'photos.ids': async ({ query, offset, limit }) =>
      (await context.session().indexSoFar()).ids(query, { offset, limit }),
    'photos.storyGroups': async ({ query }) => ({
      groups: await (await context.session().indexSoFar()).storyGroups(query),
    }),
    'photos.get': async ({ ids }) => ({ photos: await context.session().archive.photos(ids) }),
    'photos.edit': ({ ids, set }) => editPhotos(context, 'photo.edit', ids, (photo) => photoChange(photo, set)),
    'photos.paste': ({ ids, set }) => editPhotos(context, 'photo.paste', ids, (photo) => photoChange(photo, set)),
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

async function exists(file: string): Promise<boolean> {
  try {
    await access(file)
    return true
  } catch {
    return false
  }
}
