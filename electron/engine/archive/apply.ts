import type { DeskRecord, Entry, Mutation, Photo, Story } from '#contract'

/** The mutations of an entry that concern photos, or one story, as an entry of the same number; null where none do. */
export function onlyMutations(entry: Entry, wanted: (mutation: Mutation) => boolean): Entry | null {
  const mutations = entry.mutations.filter(wanted)
  return mutations.length > 0 ? { ...entry, mutations } : null
}

/** The id of the photo that a mutation changes, or null for anything else's. */
export function photoIdOf(mutation: Mutation): string | null {
  if (mutation.op === 'photo.add' || mutation.op === 'photo.remove') return mutation.photo.id
  return mutation.op === 'photo.set' || mutation.op === 'photo.adopt' ? mutation.id : null
}

/** The id of the story that a mutation changes, or null for anything else's. */
export function storyIdOf(mutation: Mutation): string | null {
  if (mutation.op === 'story.add' || mutation.op === 'story.remove') return mutation.story.id
  return mutation.op === 'story.set' || mutation.op === 'story.adopt' ? mutation.id : null
}

/** A photo after a mutation; null where it is deleted, or not there. */
export function applyToPhoto(photo: Photo | null, mutation: Mutation): Photo | null {
  if (mutation.op === 'photo.add') return mutation.photo
  if (mutation.op === 'photo.remove') return null
  if ((mutation.op === 'photo.set' || mutation.op === 'photo.adopt') && photo) return withChanges(photo, mutation.after)
  return photo
}

/** A story after a mutation; null where it is removed or not there. */
export function applyToStory(story: Story | null, mutation: Mutation): Story | null {
  if (mutation.op === 'story.add') return mutation.story
  if (mutation.op === 'story.remove') return null
  if ((mutation.op === 'story.set' || mutation.op === 'story.adopt') && story) return withChanges(story, mutation.after)
  return story
}

/** The desk's records after a mutation; those of other mutations are the same. */
export function applyToDesk(records: readonly DeskRecord[], mutation: Mutation): readonly DeskRecord[] {
  if (mutation.op !== 'desk.put') return records
  const { id, after } = mutation
  const place = records.findIndex((record) => record.id === id)
  if (place === -1) return after ? [...records, after] : records
  return after ? records.with(place, after) : records.toSpliced(place, 1)
}

/** A record with some fields replaced; a change of `undefined` is none. */
function withChanges<T extends object>(record: T, changes: { [K in keyof T]?: T[K] | undefined }): T {
  return Object.assign(
    {},
    record,
    Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
  )
}
