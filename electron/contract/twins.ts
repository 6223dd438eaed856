import { z } from 'zod'
import { Photo, PhotoId } from './photo.js'
import { StoryId } from './story.js'

/**
 * In how many bits of 128 two pictures' likenesses may differ for them to count as near duplicates. Beyond the widest, most of what
 * is found would be different pictures.
 */
export const TwinDistance = z.int().min(0).max(36)
export const usualTwinDistance = 24

/** What speaks for keeping one photo of a group, in the order in which it counts. */
export const twinReasons = ['most-pixels', 'camera', 'lossless', 'most-bytes', 'earliest'] as const
export const TwinReason = z.enum(twinReasons)
export type TwinReason = z.infer<typeof TwinReason>

/** One photo of a group of near duplicates. */
export const Twin = z.object({
  photo: Photo,
  /** Bits in which it differs from the one suggested to be kept. */
  distance: z.int(),
  stories: z.array(z.object({ id: StoryId, headline: z.string() })),
})
export type Twin = z.infer<typeof Twin>

/** Photos that look alike; the one suggested to be kept stands first. */
export const TwinGroup = z.object({ twins: z.array(Twin).min(2), reasons: z.array(TwinReason) })
export type TwinGroup = z.infer<typeof TwinGroup>

/** A photo that came in and looks like another. */
export const SimilarPhoto = z.object({
  id: PhotoId,
  file: z.string(),
  /** The photo that it looks like, and its file. */
  twinId: PhotoId,
  twinFile: z.string(),
  distance: z.int(),
  /** Which of the two is the better copy: the one that came in, the one that was there, or neither. */
  better: z.enum(['this', 'twin', 'neither']),
})
export type SimilarPhoto = z.infer<typeof SimilarPhoto>
