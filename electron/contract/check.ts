import { z } from 'zod'
import { CheckLevel, CheckRule } from './desk.js'
import { PhotoFieldChanges } from './photo-fields.js'
import { PhotoId } from './photo.js'

/** One thing that a house rule found in a photo's texts. The interface says it in its language from `rule` and `values`. */
export const Finding = z.object({
  rule: CheckRule,
  level: CheckLevel.exclude(['off']),
  /** What the sentence about it names: the sign, the name, the date. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** What would put it right without changing what is said; null where a person must decide. */
  fix: PhotoFieldChanges.nullable(),
})
export type Finding = z.infer<typeof Finding>

export const PhotoFindings = z.object({ photoId: PhotoId, findings: z.array(Finding) })
export type PhotoFindings = z.infer<typeof PhotoFindings>
