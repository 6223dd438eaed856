import { z } from 'zod'
import { EditKind } from './edit.js'

/** One field's change: who made it when, and both sides. Its value is what the record's field holds. */
export const FieldChange = z.object({
  /** Names the change; one that was made in several fields at once has one name. */
  id: z.string().min(1).max(200),
  at: z.iso.datetime(),
  by: z.string(),
  /** The archive in which it was made, by name, or the file that another program has changed, where a bundle brought it; null for here. */
  from: z.string().nullable(),
  kind: EditKind,
  /** Of a story that a bundle brought also `order`, the ids of its photos, and `printed:<photo id>`. */
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
})
export type FieldChange = z.infer<typeof FieldChange>

/** Which side of a change is brought back. */
export const ChangeSide = z.enum(['before', 'after'])
export type ChangeSide = z.infer<typeof ChangeSide>
