import { z } from 'zod'
import { ChangeSide, FieldChange } from '../history.js'
import { PhotoField } from '../photo-fields.js'
import { PhotoId } from '../photo.js'
import { StoryId } from '../story.js'
import { command, changed } from './command.js'

/**
 * The newest first, 2,000 at most; `total` counts all. The values that it came with have an empty `before`. What a bundle brought is told
 * as it was made: by whom, when and in which archive.
 */
const changes = z.object({ total: z.int(), changes: z.array(FieldChange) })

export const historyCommandTable = {
  /** Every change of a photo's fields. */
  'photos.history': command(z.object({ id: PhotoId }), changes),
  /** Every change of a story: headline, byline, text, photos. */
  'stories.history': command(z.object({ id: StoryId }), changes),
  /** Brings back what a field held before or after a change, as a new edit. */
  'photos.bringBack': command(
    z.object({ id: PhotoId, change: FieldChange.shape.id, field: PhotoField, side: ChangeSide }),
    changed,
  ),
  'stories.bringBack': command(
    z.object({
      id: StoryId,
      change: FieldChange.shape.id,
      field: z.enum(['headline', 'slug', 'byline', 'text', 'photos']),
      side: ChangeSide,
    }),
    changed,
  ),
} as const
