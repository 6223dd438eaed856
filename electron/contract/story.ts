import { z } from 'zod'
import { PhotoId } from './photo.js'

export const StoryId = z.uuidv7()
export type StoryId = z.infer<typeof StoryId>

/** One use of a photo in a story. */
export const StoryPhoto = z.object({
  photoId: PhotoId,
  /** The caption printed with this use; null while it is the photo's own caption. */
  printedCaption: z.string().max(20_000).nullable(),
})
export type StoryPhoto = z.infer<typeof StoryPhoto>

export const StoryFields = z.object({
  headline: z.string().max(2_000),
  /** Short name used in file names: letters of any script, digits, hyphens. Derived from the headline when empty. */
  slug: z.string().max(200),
  byline: z.string().max(2_000),
  /** The article as plain text; an empty line separates paragraphs. */
  text: z.string().max(2_000_000),
})
export type StoryFields = z.infer<typeof StoryFields>
export type StoryField = keyof StoryFields
export const storyFields = Object.keys(StoryFields.shape) as StoryField[]

/** An article with an ordered list of photos; a photo stands in a story at most once. */
export const Story = z.object({
  id: StoryId,
  createdAt: z.iso.datetime(),
  ...StoryFields.shape,
  photos: z.array(StoryPhoto),
})
export type Story = z.infer<typeof Story>

export const StoryFieldChanges = StoryFields.partial()
export type StoryFieldChanges = z.infer<typeof StoryFieldChanges>

export const StorySummary = z.object({
  id: StoryId,
  createdAt: z.iso.datetime(),
  headline: z.string(),
  slug: z.string(),
  photoCount: z.int().nonnegative(),
})
export type StorySummary = z.infer<typeof StorySummary>
