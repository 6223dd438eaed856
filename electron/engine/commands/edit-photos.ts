import { CutlineError, type EditKind, type Mutation, type Photo, type PhotoId } from '#contract'
import type { Context } from './context.js'
import { commitEdit } from './edit-commands.js'

/**
 * Changes photos one by one in one entry, which one Undo takes back; `change` answers a photo's mutations. Answers how many photos
 * were touched. Rejects with `photo-not-found`.
 */
export async function editPhotos(
  context: Context,
  kind: EditKind,
  ids: readonly PhotoId[],
  change: (photo: Photo, at: number) => Mutation[],
): Promise<{ changed: number }> {
  const entry = await commitEdit(context, kind, async (current) => {
    const mutations: Mutation[] = []
    for (const [at, id] of [...new Set(ids)].entries()) {
      const photo = await current.photo(id)
      if (!photo) throw new CutlineError('photo-not-found', `There is no photo ${id} in this archive.`, { id })
      mutations.push(...change(photo, at))
    }
    return mutations
  })
  return { changed: entry?.mutations.length ?? 0 }
}
