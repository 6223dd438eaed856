import { z } from 'zod'
import { SortOrder } from './settings.js'
import { StoryId } from './story.js'

/** A listing: which photos, in which order. */
export const PhotoQuery = z.object({
  /** Words to find in caption, headline, credit, creators, keywords, place, file name; empty lists everything. */
  text: z.string().default(''),
  storyId: StoryId.nullable().default(null),
  /** Only photos that lack this. */
  missing: z.enum(['caption', 'credit', 'either', 'original']).nullable().default(null),
  /** Instead of the photos in use, those that were set aside as lesser copies. */
  setAside: z.boolean().default(false),
  sort: SortOrder.default('imported'),
})
export type PhotoQuery = z.infer<typeof PhotoQuery>
