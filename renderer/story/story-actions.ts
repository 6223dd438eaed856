import type { PhotoId, Story, StoryId } from '#contract'
import { invoke } from '../bridge/bridge.js'

/** Makes an empty story, or one that holds these photos. */
export async function createStory(photoIds: readonly PhotoId[] = []): Promise<Story> {
  const { story } = await invoke('stories.create', {})
  if (photoIds.length === 0) return story
  return (await invoke('stories.addPhotos', { id: story.id, photoIds: [...photoIds] })).story
}

/** Adds photos to a story, at a place in its order or at the end. Answers how many were not in it before. */
export async function addToStory(id: StoryId, photoIds: readonly PhotoId[], at?: number): Promise<number> {
  const before = (await invoke('stories.get', { id })).story.photos
  const there = new Set(before.map(({ photoId }) => photoId))
  await invoke('stories.addPhotos', { id, photoIds: [...photoIds], ...(at === undefined ? {} : { at }) })
  return new Set(photoIds.filter((photoId) => !there.has(photoId))).size
}
