import path from 'node:path'
import { CutlineError } from '#contract'
import { attachOriginal } from '../ingest/attach-original.js'
import type { Context } from './context.js'
import { commitEdit } from './edit-commands.js'
import type { HandlersOf } from './handlers.js'
import { recordChange } from './photo-change.js'

export function originalCommands(context: Context): HandlersOf<'photos.attachOriginal'> {
  return {
    'photos.attachOriginal': async ({ id, path: file }) => {
      const session = context.session()
      await session.archive.requireWritable()
      const [photo] = await session.archive.photos([id])
      if (!photo) throw new CutlineError('photo-not-found', `There is no photo ${id} in this archive.`, { id })
      const { copier, imaging, metadata } = context
      const { originals, cacheFolder } = session
      const tools = { originals, cacheFolder, index: await session.index(), copier, imaging, metadata }
      const change = await attachOriginal(photo, path.resolve(file), tools)
      // Typed words of the meantime stay: only the file's own facts are in the change.
      const entry = await commitEdit(context, 'photo.original', async (current) => {
        const now = await current.photo(id)
        return now ? recordChange(now, change) : []
      })
      return { changed: entry === null ? 0 : 1 }
    },
  }
}
