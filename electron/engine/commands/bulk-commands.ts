import { type CommandOutput, CutlineError, type Photo, type PhotoFieldChanges, type Story } from '#contract'
import { shiftTime } from '../captions/dates/shift-time.js'
import { changeKeywords } from '../captions/keywords/change-keywords.js'
import { parseTemplate } from '../captions/template.js'
import { namingOf, placeOf } from '../ingest/naming.js'
import type { Context } from './context.js'
import { commitEdit } from './edit-commands.js'
import { editPhotos } from './edit-photos.js'
import type { HandlersOf } from './handlers.js'
import { photoChange } from './photo-change.js'
import { setStory } from './set-story.js'

/** More than anybody reads in a preview. */
const shown = 200

/** What becomes of a photo: the two texts to show and the change; null where it cannot be changed. */
type Planned = { before: string; after: string; set: PhotoFieldChanges } | null

export function bulkCommands(
  context: Context,
): HandlersOf<'photos.shiftDates' | 'photos.nameByTemplate' | 'photos.changeKeywords' | 'stories.movePhotos'> {
  const overAll = async (
    ids: readonly string[],
    edit: 'photo.dates' | 'photo.titles' | null,
    plan: (photo: Photo, at: number) => Planned,
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
      overAll(ids, apply ? 'photo.dates' : null, ({ takenAt }) => {
        const after = takenAt === null ? null : shiftTime(takenAt, minutes)
        return after === null ? null : { before: takenAt ?? '', after, set: { takenAt: after } }
      }),
    'photos.nameByTemplate': async ({ ids, template, slug, apply }) => {
      const naming = { ...namingOf(null, false, slug), template: parseTemplate(template) }
      return overAll(ids, apply ? 'photo.titles' : null, (photo, at) => {
        const named = { file: photo.file, seq: at + 1, id: photo.id, fields: photo }
        const { name } = placeOf(naming, named, new Date(photo.importedAt))
        // The ending belongs to files; a title is a name alone.
        const title = name.slice(0, name.length - endingOf(photo.file).length)
        return { before: photo.title, after: title, set: { title } }
      })
    },
    'photos.changeKeywords': ({ ids, add, remove }) =>
      editPhotos(context, 'photo.keywords', ids, (photo) =>
        photoChange(photo, { keywords: changeKeywords(photo.keywords, { add, remove }) }),
      ),
    'stories.movePhotos': async ({ from, to, photoIds }) => {
      const wanted = new Set(photoIds)
      let moved = 0
      if (from === to) return { changed: 0 }
      await commitEdit(context, 'story.move', async (current) => {
        const [source, target] = [existing(await current.story(from), from), existing(await current.story(to), to)]
        const uses = source.photos.filter(({ photoId }) => wanted.has(photoId))
        const there = new Set(target.photos.map(({ photoId }) => photoId))
        moved = uses.length
        return [
          ...setStory(source, { photos: source.photos.filter(({ photoId }) => !wanted.has(photoId)) }),
          ...setStory(target, { photos: [...target.photos, ...uses.filter(({ photoId }) => !there.has(photoId))] }),
        ]
      })
      return { changed: moved }
    },
  }
}

function endingOf(file: string): string {
  return /\.[^./]+$/u.exec(file)?.[0] ?? ''
}

function existing(story: Story | null, id: string): Story {
  if (!story) throw new CutlineError('story-not-found', `There is no story ${id} in this archive.`, { id })
  return story
}
