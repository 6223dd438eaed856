import { z } from 'zod'
import { PhotoId, Sha256 } from '../photo.js'
import { StoryId } from '../story.js'
import { command, changed, ids, nothing } from './command.js'

/** What deleting photos for good takes away. */
export const DeletionPlan = z.object({
  photos: z.int(),
  /** Originals, companions and sidecars. */
  files: z.int(),
  companions: z.int(),
  sidecars: z.int(),
  bytes: z.int(),
  /** Stories that lose photos, with how many. */
  stories: z.array(z.object({ id: StoryId, headline: z.string(), photos: z.int() })),
  /** Collections that lose photos, by their names. */
  collections: z.array(z.string()),
})
export type DeletionPlan = z.infer<typeof DeletionPlan>

/** What is left of a photo that was deleted for good. */
export const DeletedPhoto = z.object({
  id: PhotoId,
  file: z.string(),
  sha256: Sha256,
  caption: z.string(),
  credit: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
})
export type DeletedPhoto = z.infer<typeof DeletedPhoto>

export const trashCommandTable = {
  /** Puts photos into the trash: they are left out of everything until they are restored. */
  'photos.trash': command(z.object({ ids }), changed),
  'photos.restore': command(z.object({ ids }), changed),
  /** What deleting these photos for good would take away; changes nothing. */
  'photos.deletionPlan': command(z.object({ ids }), DeletionPlan),
  /**
   * Deletes photos of the trash for good: records, originals, companions, sidecars, what the cache holds of them, their uses in stories
   * and collections. A record of each stays. Undo does not bring them back. Rejects with `photo-not-trashed`.
   */
  'photos.deleteForGood': command(z.object({ ids }), changed),
  /** Deletions for good, the newest first; 1,000 at most. */
  'photos.deleted': command(nothing, z.object({ total: z.int(), photos: z.array(DeletedPhoto) })),
} as const
