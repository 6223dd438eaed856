import { CutlineError, type PhotoId, type Story, type StoryId } from '#contract'
import type { Context } from './context.js'
import { commitEdit } from './edit-commands.js'
import { setStory } from './set-story.js'

/**
 * Takes photos out of one story and adds them to another, at its end, with the captions printed with them, in one entry. Answers how
 * many. Rejects with `story-not-found`.
 */
export async function movePhotos(
  context: Context,
  from: StoryId,
  to: StoryId,
  photoIds: readonly PhotoId[],
): Promise<number> {
  const wanted = new Set(photoIds)
  let moved = 0
  if (from === to) return 0
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
  return moved
}

function existing(story: Story | null, id: string): Story {
  if (!story) throw new CutlineError('story-not-found', `There is no story ${id} in this archive.`, { id })
  return story
}
