import { z } from 'zod'
import type { PhotoField } from './photo-fields.js'
import { PhotoId } from './photo.js'
import { type StoryFields, StoryId } from './story.js'
import { UsageId } from './usage.js'

/** Fields of a photo that are looked through for a wording; of regions, the names. */
export const correctablePhotoFields = [
  'caption',
  'headline',
  'title',
  'people',
  'credit',
  'creators',
  'keywords',
  'event',
  'place',
  'city',
  'province',
  'country',
  'altText',
  'extendedDescription',
  'regions',
  'source',
  'supplier',
  'copyright',
  'captionWriter',
  'instructions',
] as const satisfies readonly PhotoField[]
export type CorrectablePhotoField = (typeof correctablePhotoFields)[number]

/** Texts of a story that are looked through; the article as it was handed in stays as it came. */
export const correctableStoryFields = ['headline', 'byline', 'text'] as const satisfies readonly (keyof StoryFields)[]

export const CorrectableField = z.enum([...correctablePhotoFields, 'byline', 'text', 'printed'])
export type CorrectableField = z.infer<typeof CorrectableField>

/** Whose text it is: a photo's, a story's, or the caption printed with one use of a photo. */
export const CorrectedRecord = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('photo'), photoId: PhotoId }),
  z.object({ kind: z.literal('story'), storyId: StoryId }),
  z.object({ kind: z.literal('printed'), storyId: StoryId, photoId: PhotoId }),
])
export type CorrectedRecord = z.infer<typeof CorrectedRecord>

/** One place of a text that holds the wording. */
export const HitPlace = z.object({
  field: CorrectableField,
  /** Which item of a list; 0 for a text. */
  item: z.int().nonnegative(),
  /** UTF-16 units from the text's beginning. */
  at: z.int().nonnegative(),
})
export type HitPlace = z.infer<typeof HitPlace>

export const Hit = HitPlace.extend({
  /** What stands before it, cut to what can be read at a glance. */
  leading: z.string(),
  /** As the text has it: in other characters than it was looked for, perhaps. */
  before: z.string(),
  after: z.string(),
  trailing: z.string(),
  /** It stands inside a longer name that the desk or the photo knows (吳坤 in 吳坤明), or inside a longer word. */
  doubtful: z.boolean(),
})
export type Hit = z.infer<typeof Hit>

/** A record that holds a wording, with every place. */
export const FoundText = z.object({
  of: CorrectedRecord,
  /** The photo's file; empty for a story. */
  file: z.string(),
  /** The story's headline; empty for a photo. */
  headline: z.string(),
  /** Of the photo's original; null for a story. */
  sha256: z.string().nullable(),
  hits: z.array(Hit).min(1),
})
export type FoundText = z.infer<typeof FoundText>

/** A bundle that went out with a wording and that no correction has replaced since. */
export const BundleToCorrect = z.object({
  id: UsageId,
  at: z.iso.datetime(),
  by: z.string(),
  storyId: StoryId,
  headline: z.string(),
  preset: z.string(),
  destination: z.string(),
  zip: z.boolean(),
  photos: z.int(),
  /** Where it was printed, a few places; empty where only other fields of a photo in it can have carried it. */
  printed: z.array(z.string()),
  /** What keeps it from being exported again. */
  hindrance: z.enum(['story', 'preset']).nullable(),
})
export type BundleToCorrect = z.infer<typeof BundleToCorrect>

/** Every place that holds a wording. */
export const Findings = z.object({
  texts: z.array(FoundText),
  bundles: z.array(BundleToCorrect),
  /** Photos beyond those listed; they are found when these are done. */
  more: z.int().nonnegative(),
})
export type Findings = z.infer<typeof Findings>

/** What was written and what should have been. */
export const Wording = z.string().trim().min(1).max(700)
