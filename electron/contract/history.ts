import { z } from 'zod'
import { EditKind } from './edit.js'

/** One field's change: who made it when, and both sides. Its value is what the record's field holds. */
export const FieldChange = z.object({
  /** The number of the entry; one entry may change many fields. */
  seq: z.int().positive(),
  at: z.iso.datetime(),
  by: z.string(),
  kind: EditKind,
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
})
export type FieldChange = z.infer<typeof FieldChange>

/** Which side of a change is brought back. */
export const ChangeSide = z.enum(['before', 'after'])
export type ChangeSide = z.infer<typeof ChangeSide>
