import { z } from 'zod'
import { DeskRecordId } from './desk-record-id.js'
import { PhotoId } from './photo.js'
import { StoryId } from './story.js'

/** The texts of a photo whose wordings are linked to the desk's records. */
export const factFields = [
  'caption',
  'headline',
  'event',
  'place',
  'people',
  'keywords',
  'altText',
  'extendedDescription',
] as const
export const FactField = z.enum(factFields)
export type FactField = z.infer<typeof FactField>

/** A wording that is corrected, and what takes its place. */
export const WordingChange = z.object({ before: z.string().min(1).max(700), after: z.string().min(1).max(700) })
export type WordingChange = z.infer<typeof WordingChange>

/** What correcting a record's wording would change in one photo. */
export const PhotoCorrection = z.object({
  photoId: PhotoId,
  file: z.string(),
  sha256: z.string(),
  /** false where the photo has the same words but was written before the record was there. */
  linked: z.boolean(),
  fields: z.array(z.object({ field: FactField, before: z.string(), after: z.string() })).min(1),
})
export type PhotoCorrection = z.infer<typeof PhotoCorrection>

/** What it would change in the caption printed with one use of a photo. */
export const PrintedCorrection = z.object({
  storyId: StoryId,
  headline: z.string(),
  photoId: PhotoId,
  file: z.string(),
  sha256: z.string(),
  before: z.string(),
  after: z.string(),
})
export type PrintedCorrection = z.infer<typeof PrintedCorrection>

/** Every place that correcting a record would change. */
export const Corrections = z.object({
  id: DeskRecordId,
  changes: z.array(WordingChange),
  photos: z.array(PhotoCorrection),
  printed: z.array(PrintedCorrection),
  /** Photos beyond those listed; they are offered when these are done. */
  more: z.int().nonnegative(),
})
export type Corrections = z.infer<typeof Corrections>
