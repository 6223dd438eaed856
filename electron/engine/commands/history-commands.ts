import { type ChangeSide, CutlineError, PhotoFieldChanges, type PhotoId, StoryChanges, type StoryId } from '#contract'
import type { Context } from './context.js'
import { commitEdit } from './edit-commands.js'
import { editPhotos } from './edit-photos.js'
import type { HandlersOf } from './handlers.js'
import { photoChange } from './photo-change.js'
import { setStory } from './set-story.js'
import { changesIn, toldHistory } from './told-history.js'

export function historyCommands(
  context: Context,
): HandlersOf<'photos.history' | 'stories.history' | 'photos.bringBack' | 'stories.bringBack'> {
  const changes = (of: { photo: PhotoId } | { story: StoryId }) => toldHistory(context.session().archive.history(of))
  /** What a field held on one side of a change. */
  const valueAt = async (
    of: { photo: PhotoId } | { story: StoryId },
    { change: id, field, side }: { change: string; field: string; side: ChangeSide },
  ): Promise<unknown> => {
    for await (const entry of context.session().archive.history(of)) {
      const change = changesIn(entry).find((each) => each.id === id && each.field === field)
      if (change && change[side] !== null) return change[side]
      if (change && side === 'before' && field in PhotoFieldChanges.shape) return change.before
    }
    throw new CutlineError('invalid-input', `There is no such change of ${field}.`, { change: id, field })
  }
  return {
    'photos.history': ({ id }) => changes({ photo: id }),
    'stories.history': ({ id }) => changes({ story: id }),
    'photos.bringBack': async ({ id, ...where }) => {
      const value = await valueAt({ photo: id }, where)
      const set = PhotoFieldChanges.parse({ [where.field]: value })
      return editPhotos(context, 'photo.history', [id], (photo) => photoChange(photo, set))
    },
    'stories.bringBack': async ({ id, ...where }) => {
      const value = await valueAt({ story: id }, where)
      const known = StoryChanges.shape[where.field].unwrap().parse(value)
      const entry = await commitEdit(context, 'story.history', async (current) => {
        const story = await current.story(id)
        if (!story) throw new CutlineError('story-not-found', `There is no story ${id} in this archive.`, { id })
        return setStory(story, { [where.field]: known })
      })
      return { changed: entry?.mutations.length ?? 0 }
    },
  }
}
