import type { Story } from '#contract'
import type { Answer, OpenArchive } from './desk.js'
import { storyText } from './story-text.js'

/** A story as a change has left it. */
export async function storyAnswer({ invoke }: OpenArchive, story: Story): Promise<Answer> {
  const ids = story.photos.map(({ photoId }) => photoId)
  const photos = ids.length > 0 ? (await invoke('photos.get', { ids })).photos : []
  return { document: { story }, text: storyText(story, photos), ok: true }
}
