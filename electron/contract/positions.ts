import { z } from 'zod'
import { PhotoId } from './photo.js'

/** What position marking writes: markers in the caption, and who is seen, in reading order. */
export const PositionsField = z.enum(['caption', 'people'])
export type PositionsField = z.infer<typeof PositionsField>

/** Somebody boxed in a picture. */
export const PlacedPerson = z.object({
  /** Place in the photo's `regions`, from 0. */
  region: z.int().nonnegative(),
  name: z.string(),
  /** As the house style prints it, `（前排左三）`; empty where there is nothing to say. */
  marker: z.string(),
})
export type PlacedPerson = z.infer<typeof PlacedPerson>

/** What marking positions does to one photo. */
export const PositionsChange = z.object({
  photoId: PhotoId,
  file: z.string(),
  /** The caption as it is. */
  before: z.string(),
  /** The caption as it becomes, in pieces; those that are new are told apart. */
  after: z.array(z.object({ text: z.string(), added: z.boolean() })),
  /** Who is seen as it becomes; null where that stays as it is. */
  people: z.array(z.string()).nullable(),
  /** People with a box whom the caption does not name, though it names others. */
  unmentioned: z.array(z.string()),
})
export type PositionsChange = z.infer<typeof PositionsChange>
