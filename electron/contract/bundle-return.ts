import { z } from 'zod'
import { EditKind } from './edit.js'
import { Failure } from './failure.js'
import { PlannedPicture } from './import.js'
import { PhotoId } from './photo.js'
import { PhotoFields } from './photo-fields.js'
import { StoryId } from './story.js'

/**
 * How a field is decided that both sides have changed since they last agreed. `newer`: the change made last; `join`: both texts, one
 * after the other, and lists with the names of both; where there is nothing to join (a number, a date) the newer one.
 */
export const mergeRules = ['newer', 'mine', 'theirs', 'join'] as const
export const MergeRule = z.enum(mergeRules)
export type MergeRule = z.infer<typeof MergeRule>

/** What every bundle's cutline.json says of each photo, also without the records. */
export const HandedTexts = PhotoFields.pick({
  caption: true,
  credit: true,
  creators: true,
  headline: true,
  keywords: true,
  people: true,
  place: true,
  takenAt: true,
})
export type HandedTexts = z.infer<typeof HandedTexts>

/** One change of one field, on whichever side it was made. */
export const ToldChange = z.object({
  at: z.iso.datetime(),
  by: z.string(),
  /** The archive in which it was made, by name; or the file that another program has changed: `captions.xlsx`. */
  from: z.string(),
  kind: EditKind,
  before: z.unknown(),
  after: z.unknown(),
})
export type ToldChange = z.infer<typeof ToldChange>

/**
 * A field that differs. `here`: only this side has changed it since both agreed, and it stays; `there`: only the other side has, and it
 * is taken; `merged`: both have, in ways that go together (photos were added to a story on both sides); `both`: somebody must decide.
 */
export const fieldStates = ['here', 'there', 'merged', 'both'] as const
export const PlannedField = z.object({
  /** Names this difference in a decision; another one after either side has changed the field again. */
  id: z.string(),
  /** A photo's field or `overrides`; a story's field or one of `status`, `due`, `ran`, `article`, `order`, `printedCaption`. */
  field: z.string(),
  /** Whose printed caption it is. */
  photoId: PhotoId.nullable(),
  state: z.enum(fieldStates),
  here: z.unknown(),
  there: z.unknown(),
  /** What both held when they last agreed; null where that is not known. */
  base: z.unknown(),
  /** What it becomes; of `both`, what it becomes by the rule asked for, and what is here while none was. */
  becomes: z.unknown(),
  /** What `join` would make of it. */
  joined: z.unknown(),
  /** Which side changed it last. */
  newer: z.enum(['here', 'there']),
  /** The changes of either side that the other does not know, oldest first. */
  changesHere: z.array(ToldChange),
  changesThere: z.array(ToldChange),
  /** The file of the bundle that another program has changed, where the change comes from there: `captions.xlsx`, `photo-01.jpg`. */
  source: z.string().nullable(),
})
export type PlannedField = z.infer<typeof PlannedField>

/** What would become of a photo; of several, the last that holds: `both` where any field needs a decision. */
export const photoOutcomes = ['new', 'same', 'here', 'there', 'both', 'deleted', 'refused'] as const
export const PlannedReturn = z.object({
  /** In the bundle. */
  id: PhotoId,
  /** The photo here, by its id or by its original's bytes; null where it is new. */
  hereId: PhotoId.nullable(),
  /** The file's name as it was handed in, and its name in the bundle. */
  file: z.string(),
  bundleFile: z.string(),
  /**
   * `new`: it comes in. `deleted`: it was deleted here for good, and stays so. `refused`: it is not here, and its file in the bundle is
   * damaged or missing (`problem`). The others say who has changed what; a photo that is here takes what the records say of it although
   * its file in the bundle is damaged.
   */
  outcome: z.enum(photoOutcomes),
  /** What comes in of a new photo: its original, or the rendition in the bundle, which holds no better. null for all others. */
  takenAs: z.enum(['original', 'rendition']).nullable(),
  /** It lies in the trash here; it stays there, with what is taken. */
  trashedHere: z.boolean(),
  /** The other side has another file behind this photo, a better original say; the file here stays. */
  otherOriginal: z.boolean(),
  fields: z.array(PlannedField),
  /** Of a new photo, what it comes with. */
  caption: z.string(),
  credit: z.string(),
  problem: Failure.nullable(),
  picture: PlannedPicture.nullable(),
})
export type PlannedReturn = z.infer<typeof PlannedReturn>

export const PlannedStory = z.object({
  id: StoryId,
  headline: z.string(),
  outcome: z.enum(['new', 'same', 'here', 'there', 'both']),
  fields: z.array(PlannedField),
  photoCount: z.int().nonnegative(),
})
export type PlannedStory = z.infer<typeof PlannedStory>

/** Every reason for which a bag is refused. */
export const bagReasons = [
  'unreadable',
  'zip-unsafe',
  'too-many',
  'no-declaration',
  'declaration-malformed',
  'version-unknown',
  'encoding-unknown',
  'tag-file-malformed',
  'no-payload-folder',
  'no-manifest',
  'algorithm-unknown',
  'path-unsafe',
  'path-collision',
  'listed-twice',
  'link',
  'missing',
  'not-fetched',
  'not-listed',
  'tag-manifest-incomplete',
  'checksum',
  'oxum',
] as const
export type BagReason = (typeof bagReasons)[number]

/** Something that was found when the bundle was checked. */
export const BundleFinding = z.object({
  /** `refused`: nothing is taken. `left-out`: what it concerns is not taken. `edited`: another program has changed it; that is in the plan. */
  weight: z.enum(['refused', 'left-out', 'edited']),
  /** `contents`: cutline.json cannot be read. */
  reason: z.enum([...bagReasons, 'contents']),
  /** In the bundle; empty where it is the bundle itself. */
  path: z.string(),
  /** English sentence. */
  message: z.string(),
})
export type BundleFinding = z.infer<typeof BundleFinding>

/** What taking a bundle would do; nothing has been changed. */
export const BundlePlan = z.object({
  place: z.string(),
  /**
   * `cutline`: with the records of the archive it comes from; `handed-over`: Cutline's, without them; `bag`: of other origin, whose photos
   * come in with `import.start` and what they say of themselves.
   */
  kind: z.enum(['cutline', 'handed-over', 'bag']),
  /** Where it comes from, as far as it says. */
  archive: z.object({ id: z.string(), name: z.string() }).nullable(),
  exportedAt: z.iso.datetime().nullable(),
  /** Whether it may be taken: nothing in `findings` weighs `refused`. */
  canTake: z.boolean(),
  findings: z.array(BundleFinding),
  story: PlannedStory.nullable(),
  photos: z.array(PlannedReturn),
  /** Fields in all that need a decision, story and photos together. */
  undecided: z.int().nonnegative(),
  /** Whether taking it would change anything here. */
  changesAnything: z.boolean(),
})
export type BundlePlan = z.infer<typeof BundlePlan>

/** How one field is decided; `text` is what a person wrote in place of both. */
export const BundleDecision = z.object({
  /** Of the planned field. */
  id: z.string(),
  take: z.union([z.enum(mergeRules), z.object({ text: z.string().max(2_000_000) })]),
})
export type BundleDecision = z.infer<typeof BundleDecision>

/** What was taken. */
export const BundleTaken = z.object({
  storyId: StoryId.nullable(),
  /** By their ids here. */
  added: z.array(z.object({ id: PhotoId, file: z.string(), takenAs: z.enum(['original', 'rendition']) })),
  changed: z.array(z.object({ id: PhotoId, file: z.string(), fields: z.array(z.string()) })),
  /** Nothing of them had changed there. */
  same: z.int().nonnegative(),
  storyChanged: z.boolean(),
  /** Fields that nobody decided: they stay as they are here, and the next look at the bundle asks again. */
  undecided: z.int().nonnegative(),
  findings: z.array(BundleFinding),
  failed: z.array(Failure),
  warnings: z.array(Failure),
})
export type BundleTaken = z.infer<typeof BundleTaken>
