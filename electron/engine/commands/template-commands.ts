import type { PhotoId, StoryId, Template } from '#contract'
import type { Context } from './context.js'
import { editPhotos } from './edit-photos.js'
import type { HandlersOf } from './handlers.js'
import { photoChange } from './photo-change.js'
import { templateFiller, templateOf } from './template-filler.js'

export function templateCommands(context: Context): HandlersOf<'templates.apply'> {
  return {
    'templates.apply': async ({ ids, templateId, storyId }) =>
      applyTemplates(context, [templateOf(context, templateId)], ids, storyId),
  }
}

/** Fills photos from templates, one after the other, in one entry. */
export async function applyTemplates(
  context: Context,
  templates: readonly Template[],
  ids: readonly PhotoId[],
  storyId: StoryId | null,
): Promise<{ changed: number }> {
  const fill = await templateFiller(context, templates, ids.length, storyId)
  return editPhotos(context, 'photo.template', ids, (photo, at) => photoChange(photo, fill(photo, at)))
}
