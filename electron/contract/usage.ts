import { z } from 'zod'
import { CreditPart } from './credit.js'
import { PhotoId } from './photo.js'
import { Language } from './settings.js'
import { StoryId } from './story.js'

export const UsageId = z.uuidv7()
export type UsageId = z.infer<typeof UsageId>

/** A photo as one export printed it. */
export const UsedPhoto = z.object({
  photoId: PhotoId,
  file: z.string(),
  /** The caption printed with this use. */
  caption: z.string(),
  credit: z.string(),
  creditParts: z.array(CreditPart).nullable(),
  creators: z.array(z.string()),
})
export type UsedPhoto = z.infer<typeof UsedPhoto>

/** One finished export of a story, as it went out. */
export const Usage = z.object({
  id: UsageId,
  /** When it was finished, UTC. */
  at: z.iso.datetime(),
  /** The account name of the person at the keyboard. */
  by: z.string(),
  storyId: StoryId,
  headline: z.string(),
  byline: z.string(),
  text: z.string(),
  /** The preset's id. */
  preset: z.string(),
  /** The bundle folder, or the zip file; absolute, on the computer that exported it. */
  destination: z.string(),
  zip: z.boolean(),
  language: Language,
  /** The export that this one puts right. */
  corrects: UsageId.nullable(),
  photos: z.array(UsedPhoto),
})
export type Usage = z.infer<typeof Usage>

/** A use as a photo's facts tell it. */
export const PhotoUse = Usage.pick({
  id: true,
  at: true,
  by: true,
  storyId: true,
  headline: true,
  preset: true,
  destination: true,
  corrects: true,
})
export type PhotoUse = z.infer<typeof PhotoUse>
