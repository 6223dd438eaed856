import {
  CutlineError,
  type FieldChange,
  type Mutation,
  PhotoFieldChanges,
  photoFields,
  type PhotoId,
  StoryChanges,
  type StoryId,
} from '#contract'
import type { Context } from './context.js'
import { commitEdit } from './edit-commands.js'
import { editPhotos } from './edit-photos.js'
import type { HandlersOf } from './handlers.js'
import { photoChange } from './photo-change.js'
import { setStory } from './set-story.js'

/** More than anybody reads of one record. */
const shown = 2_000

const photoNames: ReadonlySet<string> = new Set([...photoFields, 'trashedAt', 'overrides', 'twinOf'])
const storyNames: ReadonlySet<string> = new Set(['headline', 'slug', 'byline', 'text', 'photos'])

export function historyCommands(
  context: Context,
): HandlersOf<'photos.history' | 'stories.history' | 'photos.bringBack' | 'stories.bringBack'> {
  const changes = async (of: { photo: PhotoId } | { story: StoryId }) => {
    const found: FieldChange[] = []
    let total = 0
    for await (const { seq, at, by, kind, mutations } of context.session().archive.history(of)) {
      for (const { field, before, after } of mutations.flatMap(sides)) {
        found.push({ seq, at, by, kind, field, before, after })
        total += 1
        if (found.length > shown) found.shift()
      }
    }
    return { total, changes: found.reverse() }
  }
  /** What a field held on one side of a change. */
  const valueAt = async (
    of: { photo: PhotoId } | { story: StoryId },
    { seq, field, side }: { seq: number; field: string; side: 'before' | 'after' },
  ): Promise<unknown> => {
    for await (const entry of context.session().archive.history(of)) {
      if (entry.seq !== seq) continue
      const change = entry.mutations.flatMap(sides).find((each) => each.field === field)
      if (change && change[side] !== null) return change[side]
      if (change && side === 'before' && field in PhotoFieldChanges.shape) return change.before
    }
    throw new CutlineError('invalid-input', `There is no such change of ${field}.`, { seq, field })
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

/** Both sides of each field that a mutation changes; what a record came with had nothing before. */
function sides(mutation: Mutation): { field: string; before: unknown; after: unknown }[] {
  switch (mutation.op) {
    case 'photo.add':
      return said(mutation.photo, photoNames)
    case 'story.add':
      return said(mutation.story, storyNames)
    case 'photo.set':
    case 'photo.adopt':
      return changed(mutation.before, mutation.after, photoNames)
    case 'story.set':
    case 'story.adopt':
      return changed(mutation.before, mutation.after, storyNames)
    case 'photo.remove':
    case 'story.remove':
    case 'desk.put':
      return []
  }
}

function said(record: object, names: ReadonlySet<string>) {
  return Object.entries(record)
    .filter(([field, value]) => names.has(field) && !isEmpty(value))
    .map(([field, after]: [string, unknown]) => ({ field, before: null, after }))
}

function changed(before: object, after: object, names: ReadonlySet<string>) {
  const old = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after)
    .filter(([field]) => names.has(field))
    .map(([field, value]: [string, unknown]) => ({ field, before: old.get(field), after: value }))
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
