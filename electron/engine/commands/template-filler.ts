import {
  type Article,
  CutlineError,
  type DeskRecordId,
  type Photo,
  type PhotoFieldChanges,
  type StoryId,
  type Template,
} from '#contract'
import { readByline } from '../captions/article/bylines.js'
import { applyTemplate } from '../captions/stationery/apply-template.js'
import type { StationeryValues } from '../captions/stationery/fill-text.js'
import type { Context } from './context.js'

/** What a template's variables take from the story; empty outside one. */
interface TemplateStory {
  readonly headline: string
  readonly byline: string
  readonly article: Pick<Article, 'reporters' | 'correspondents'> | null
}

/** A template of the desk. Throws `invalid-input` where there is none. */
export function templateOf(context: Context, id: DeskRecordId): Template {
  const template = context
    .session()
    .archive.desk()
    .find((record) => record.id === id)
  if (template?.kind === 'template') return template
  throw new CutlineError('invalid-input', 'There is no such template any more. Nothing was changed.', { id })
}

/** What becomes of photos that are filled from templates, one after the other; `total` counts the photos, `at` from 0. */
export async function templateFiller(
  context: Context,
  templates: readonly Template[],
  total: number,
  storyId: StoryId | null,
): Promise<(photo: Photo, at: number) => PhotoFieldChanges> {
  const story = storyId === null ? null : await context.session().archive.story(storyId)
  return (photo, at) => {
    const filled = templates.reduce<Photo>((before, template) => {
      const values = valuesOf(before, at + 1, total, story, context.user)
      return { ...before, ...applyTemplate(template, before, values) }
    }, photo)
    const { caption, credit, headline, creators, keywords, place } = filled
    return { caption, credit, headline, creators, keywords, place }
  }
}

function valuesOf(
  photo: Photo,
  seq: number,
  total: number,
  story: TemplateStory | null,
  user: string,
): StationeryValues {
  const byline = story?.article ?? readByline(story?.byline ?? '')
  return {
    takenAt: photo.takenAt,
    reporter: byline?.reporters[0] ?? user,
    correspondent: byline?.correspondents[0] ?? '',
    place: photo.place,
    event: photo.event,
    seq,
    total,
    filename: photo.file.replace(/\.[^.]{1,5}$/u, ''),
    headline: photo.headline,
    caption: photo.caption,
    credit: photo.credit,
    creator: photo.creators[0] ?? '',
    story: story?.headline ?? '',
  }
}
