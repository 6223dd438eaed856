import type { BulkChange, EditKind, Photo, PhotoFieldChanges } from '#contract'
import { changeKeywords } from '../captions/keywords/change-keywords.js'
import { plannerOf } from './bulk-planner.js'
import type { Context } from './context.js'
import { rewriterOf } from './rewriter.js'
import { templateFiller, templateOf } from './template-filler.js'

/** Changes that each photo has for itself. */
type PhotoBulkChange = Exclude<BulkChange, { kind: 'move' }>

export const editKindOf: Readonly<Record<PhotoBulkChange['kind'], EditKind>> = {
  fields: 'photo.edit',
  paste: 'photo.paste',
  rewrite: 'photo.rewrite',
  template: 'photo.template',
  keywords: 'photo.keywords',
  dates: 'photo.dates',
  titles: 'photo.titles',
}

/**
 * What a change makes of each photo, with the desk's records as they are now; `at` is its place in the selection from 0, `total` counts
 * the selection. The function answers null where a photo cannot be changed so. Rejects with `invalid-input` for a template that is wrong
 * or gone, with `pattern-wrong` for a regular expression that is none.
 */
export async function changerOf(
  context: Context,
  change: PhotoBulkChange,
  total: number,
): Promise<(photo: Photo, at: number) => PhotoFieldChanges | null> {
  switch (change.kind) {
    case 'fields':
    case 'paste':
      return () => change.set
    case 'keywords':
      return ({ keywords }) => ({ keywords: changeKeywords(keywords, change) })
    case 'rewrite':
      return rewriterOf(change.how, change.fields, context.session().archive.desk())
    case 'template':
      return templateFiller(context, [templateOf(context, change.templateId)], total, change.storyId)
    case 'dates':
    case 'titles': {
      const plan = plannerOf(change)
      return (photo, at) => plan(photo, at)?.set ?? null
    }
  }
}
