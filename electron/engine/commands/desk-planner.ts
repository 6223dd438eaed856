import { rewriteFields } from '../captions/rewriting/rewrite-fields.js'
import { type PhotoBulkChange, type Planner, plannerOf } from './bulk-planner.js'
import type { Context } from './context.js'
import { rewriterOf } from './rewriter.js'
import { templateFiller, templateOf } from './template-filler.js'

/**
 * As `plannerOf`, and for changes that need the desk's records as well, as they are now; `total` counts the selection. Rejects with
 * `invalid-input` for a template that is wrong or gone, with `pattern-wrong` for a regular expression that is none.
 */
export async function deskPlannerOf(context: Context, change: PhotoBulkChange, total: number): Promise<Planner> {
  const { archive } = context.session()
  if (change.kind === 'rewrite') {
    const rewriter = rewriterOf(change.how, archive.desk())
    return (photo) => ({ before: '', after: '', set: rewriteFields(photo, change.fields, rewriter(photo)) })
  }
  if (change.kind === 'template') {
    const fill = await templateFiller(context, [templateOf(context, change.templateId)], total, change.storyId)
    return (photo, at) => ({ before: '', after: '', set: fill(photo, at) })
  }
  return plannerOf(change)
}
