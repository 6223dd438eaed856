import { z } from 'zod'
import { Credit } from './credit.js'

/** A change that reading an article made to its text because the damage was certain. */
export const TextRepair = z.object({
  /** Offset in the text as it came, in UTF-16 units. */
  at: z.int().nonnegative(),
  before: z.string(),
  after: z.string(),
  /** `gloss`: a pinyin gloss taken away; `shifted`: characters that were decoded one byte off, decoded again. */
  kind: z.enum(['gloss', 'shifted']),
})
export type TextRepair = z.infer<typeof TextRepair>

/** Damage that is seen and cannot be repaired with certainty. */
export const TextSuspect = z.object({ at: z.int().nonnegative(), text: z.string() })
export type TextSuspect = z.infer<typeof TextSuspect>

/** An article as a reporter hands it in, taken apart. */
export const Article = z.object({
  /** Empty where it has none. */
  headline: z.string(),
  reporters: z.array(z.string()),
  correspondents: z.array(z.string()),
  /** Paragraphs, parted by an empty line, without captions and page furniture. */
  text: z.string(),
  captions: z.array(z.object({ caption: z.string(), credit: Credit })),
  repairs: z.array(TextRepair),
  suspects: z.array(TextSuspect),
})
export type Article = z.infer<typeof Article>
