import { type Article, CutlineError, type Photo, type PhotoId, type StoryId, type Template } from '#contract'
import { readByline } from '../captions/article/bylines.js'
import { applyTemplate } from '../captions/stationery/apply-template.js'
import type { StationeryValues } from '../captions/stationery/fill-text.js'
import type { Context } from './context.js'
import { editPhotos } from './edit-photos.js'
import type { HandlersOf } from './handlers.js'
import { photoChange } from './photo-change.js'

/** What a template's variables take from the story; empty outside one. */
export interface TemplateStory {
  readonly headline: string
  readonly byline: string
  readonly article: Pick<Article, 'reporters' | 'correspondents'> | null
}

export function templateCommands(context: Context): HandlersOf<'templates.apply'> {
  return {
    'templates.apply': async ({ ids, templateId, storyId }) => {
      const { archive } = context.session()
      const template = archive.desk().find(({ id }) => id === templateId)
      if (template?.kind !== 'template') {
        throw new CutlineError('invalid-input', 'There is no such template any more. Nothing was changed.', {
          id: templateId,
        })
      }
      return applyTemplates(context, [template], ids, storyId)
    },
  }
}

/** Fills photos from templates, one after the other, in one entry. */
export async function applyTemplates(
  context: Context,
  templates: readonly Template[],
  ids: readonly PhotoId[],
  storyId: StoryId | null,
): Promise<{ changed: number }> {
  const story = storyId === null ? null : await context.session().archive.story(storyId)
  return editPhotos(context, 'photo.template', ids, (photo, at) => {
    const filled = templates.reduce<Photo>((before, template) => {
      const values = valuesOf(before, at + 1, ids.length, story, context.user)
      return { ...before, ...applyTemplate(template, before, values) }
    }, photo)
    const { caption, credit, headline, creators, keywords, place } = filled
    return photoChange(photo, { caption, credit, headline, creators, keywords, place })
  })
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
