import type { CommandOutput, Photo } from '#contract'
import { changeKeywords } from '../captions/keywords/change-keywords.js'
import { bulkEdit } from './bulk-edit.js'
import { type Planned, plannerOf } from './bulk-planner.js'
import type { Context } from './context.js'
import { editPhotos } from './edit-photos.js'
import type { HandlersOf } from './handlers.js'
import { movePhotos } from './move-photos.js'
import { photoChange } from './photo-change.js'

/** More than anybody reads in a preview. */
const shown = 200

export function bulkCommands(
  context: Context,
): HandlersOf<
  'photos.shiftDates' | 'photos.nameByTemplate' | 'photos.changeKeywords' | 'stories.movePhotos' | 'bulk.start'
> {
  const overAll = async (
    ids: readonly string[],
    edit: 'photo.dates' | 'photo.titles' | null,
    plan: (photo: Photo, at: number) => Planned | null,
  ) => {
    const answer: CommandOutput<'photos.shiftDates'> = { changed: 0, skipped: 0, changes: [] }
    const changeOf = (photo: Photo, at: number) => {
      const planned = plan(photo, at)
      if (planned === null) answer.skipped += 1
      const mutations = planned === null ? [] : photoChange(photo, planned.set)
      if (planned === null || mutations.length === 0) return []
      answer.changed += 1
      const { before, after } = planned
      if (answer.changes.length < shown) answer.changes.push({ photoId: photo.id, file: photo.file, before, after })
      return mutations
    }
    if (edit !== null) await editPhotos(context, edit, ids, changeOf)
    else (await context.session().archive.photos([...new Set(ids)])).forEach(changeOf)
    return answer
  }
  return {
    'photos.shiftDates': ({ ids, minutes, apply }) =>
      overAll(ids, apply ? 'photo.dates' : null, plannerOf({ kind: 'dates', minutes })),
    'photos.nameByTemplate': ({ ids, template, slug, apply }) =>
      overAll(ids, apply ? 'photo.titles' : null, plannerOf({ kind: 'titles', template, slug })),
    'photos.changeKeywords': ({ ids, add, remove }) =>
      editPhotos(context, 'photo.keywords', ids, (photo) =>
        photoChange(photo, { keywords: changeKeywords(photo.keywords, { add, remove }) }),
      ),
    'stories.movePhotos': async ({ from, to, photoIds }) => ({
      changed: await movePhotos(context, from, to, photoIds),
    }),
    'bulk.start': ({ ids, change }) =>
      Promise.resolve({
        jobId: context.jobs.start('edit', (job) => bulkEdit(context, [...new Set(ids)], change, job)),
      }),
  }
}
