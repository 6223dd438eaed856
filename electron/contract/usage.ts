import { z } from 'zod'
import { CreditPart } from './credit.js'
import { Sent } from './destination.js'
import { Privacy } from './export-preset.js'
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
  /** Where it was sent besides. */
  sent: Sent.nullable().default(null),
  language: Language,
  /** The export that this one puts right. */
  corrects: UsageId.nullable(),
  /** What was chosen for this export alone; null for the preset's own. */
  privacy: Privacy.nullable().default(null),
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

export const tallyKinds = ['correspondent', 'reporter', 'organisation', 'person'] as const
/** Who is counted: 通訊員, reporters, organisations, or all people whatever their role. */
export const TallyBy = z.enum(tallyKinds)
export type TallyBy = z.infer<typeof TallyBy>

/** Days as the desk's calendar has them, both included. */
export const TallyQuestion = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    by: TallyBy.default('correspondent'),
    /** What places a supplied photo in the period: the day it was imported, or taken. */
    basis: z.enum(['imported', 'taken']).default('imported'),
  })
  .refine(({ from, to }) => from <= to, { message: 'the last day comes before the first', path: ['to'] })
export type TallyQuestion = z.infer<typeof TallyQuestion>

export const TallyTotals = z.object({
  /** Photos that came in. */
  supplied: z.int(),
  /** Photos that went out with an export. */
  used: z.int(),
  /** Photos in stories: the same photo in two stories counts twice, a story exported again does not. */
  uses: z.int(),
})
export type TallyTotals = z.infer<typeof TallyTotals>

export const TallyRow = TallyTotals.extend({
  /** Tells rows apart; the same for all spellings of a name. */
  key: z.string(),
  /** Empty for a role that names nobody. */
  name: z.string(),
  /** As it is printed most often; empty where there is none. */
  role: z.string(),
})
export type TallyRow = z.infer<typeof TallyRow>

/** Photos supplied and used by each; `totals` counts a photo of several once. */
export const UsageTally = z.object({ rows: z.array(TallyRow), totals: TallyTotals })
export type UsageTally = z.infer<typeof UsageTally>
