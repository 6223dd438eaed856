import { v7 as uuidv7 } from 'uuid'
import {
  CutlineError,
  type EditKind,
  emptyProgress,
  type ListedStory,
  type PhotoId,
  type Story,
  type StoryId,
  type StoryState,
} from '#contract'
import type { Context } from './context.js'
import { commitEdit } from './edit-commands.js'
import type { HandlersOf } from './handlers.js'
import { setStory } from './set-story.js'

export function storyCommands(
  context: Context,
): HandlersOf<
  | 'stories.list'
  | 'stories.get'
  | 'stories.create'
  | 'stories.edit'
  | 'stories.delete'
  | 'stories.addPhotos'
  | 'stories.removePhotos'
  | 'stories.orderPhotos'
  | 'stories.setPrintedCaption'
> {
  const get = async (id: StoryId) => existing(await context.session().archive.story(id), id)
  /** Replaces some of a story's fields; fields that come out as they were are no change. */
  const change = async (
    id: StoryId,
    kind: EditKind,
    next: (story: Story) => Partial<Story> | Promise<Partial<Story>>,
  ) => {
    await commitEdit(context, kind, async (current) => {
      const story = existing(await current.story(id), id)
      return setStory(story, await next(story))
    })
    return { story: await get(id) }
  }
  return {
    'stories.list': async ({ status }) => ({ stories: await listed(context, status) }),
    'stories.get': async ({ id }) => {
      const story = await get(id)
      const photos = await context.session().archive.photos(story.photos.map(({ photoId }) => photoId))
      return { story, photos }
    },
    'stories.create': async (fields) => {
      const story: Story = {
        id: uuidv7(),
        createdAt: new Date().toISOString(),
        headline: fields.headline ?? '',
        slug: fields.slug ?? '',
        byline: fields.byline ?? '',
        text: fields.text ?? '',
        status: fields.status ?? emptyProgress.status,
        due: fields.due ?? null,
        ran: fields.ran ?? [],
        photos: [],
        article: null,
      }
      await commitEdit(context, 'story.create', () => [{ op: 'story.add', story }])
      return { story }
    },
    'stories.edit': ({ id, set }) => change(id, 'story.edit', () => definedOf(set)),
    'stories.delete': async ({ id }) => {
      await commitEdit(context, 'story.delete', async (current) => [
        { op: 'story.remove', story: existing(await current.story(id), id) },
      ])
      return {}
    },
    'stories.addPhotos': async ({ id, photoIds, at }) => {
      await requirePhotos(context, photoIds)
      return change(id, 'story.photos', ({ photos }) => {
        const there = new Set(photos.map(({ photoId }) => photoId))
        const added = [...new Set(photoIds)].filter((photoId) => !there.has(photoId))
        return {
          photos: photos.toSpliced(
            at ?? photos.length,
            0,
            ...added.map((photoId) => ({ photoId, printedCaption: null })),
          ),
        }
      })
    },
    'stories.removePhotos': ({ id, photoIds }) =>
      change(id, 'story.photos', ({ photos }) => ({
        photos: photos.filter(({ photoId }) => !photoIds.includes(photoId)),
      })),
    'stories.orderPhotos': ({ id, photoIds }) =>
      change(id, 'story.photos', (story) => ({ photos: ordered(story, photoIds) })),
    'stories.setPrintedCaption': ({ id, photoId, printedCaption }) =>
      change(id, 'story.caption', ({ photos }) => {
        if (!photos.some((use) => use.photoId === photoId)) {
          throw new CutlineError('photo-not-found', `The photo ${photoId} is not in this story.`, { id: photoId })
        }
        return { photos: photos.map((use) => (use.photoId === photoId ? { photoId, printedCaption } : use)) }
      }),
  }
}

/** What the index lists, with how far each story has come. */
async function listed(context: Context, status: StoryState | null): Promise<ListedStory[]> {
  const session = context.session()
  const summaries = await (await session.indexSoFar()).stories()
  const stories = new Map((await session.archive.stories()).map((story) => [story.id, story]))
  return summaries.flatMap((summary): ListedStory[] => {
    const progress = stories.get(summary.id) ?? emptyProgress
    if (status !== null && progress.status !== status) return []
    const days = progress.ran.flatMap(({ date }) => date ?? []).sort()
    return [{ ...summary, status: progress.status, due: progress.due, ranOn: days.at(-1) ?? null }]
  })
}

function existing(story: Story | null, id: StoryId): Story {
  if (!story) throw new CutlineError('story-not-found', `There is no story ${id} in this archive.`, { id })
  return story
}

async function requirePhotos(context: Context, ids: readonly PhotoId[]): Promise<void> {
  const found = new Set((await context.session().archive.photos(ids)).map(({ id }) => id))
  const missing = ids.find((id) => !found.has(id))
  if (missing)
    throw new CutlineError('photo-not-found', `There is no photo ${missing} in this archive.`, { id: missing })
}

/** The story's photos in a new order; those that somebody added meanwhile stay at the end. */
function ordered({ photos }: Story, order: readonly PhotoId[]): Story['photos'] {
  const uses = new Map(photos.map((use) => [use.photoId, use]))
  const first = [...new Set(order)].flatMap((id) => uses.get(id) ?? [])
  return [...first, ...photos.filter((use) => !first.includes(use))]
}

function definedOf(set: { [K in keyof Story]?: Story[K] | undefined }): Partial<Story> {
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
}
