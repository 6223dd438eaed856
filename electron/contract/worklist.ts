import { z } from 'zod'

/** Lists of photos that want work, each answered by a query. */
export const photoWorklists = ['caption', 'credit', 'story', 'date', 'long', 'expiring', 'expired'] as const
export type PhotoWorklist = (typeof photoWorklists)[number]

/** Lists of values that are written in several ways. */
export const spellingLists = ['person', 'creator', 'credit', 'place'] as const
export const SpellingList = z.enum(spellingLists)
export type SpellingList = z.infer<typeof SpellingList>

/** Why values are taken for one: they differ in script, width or blanks alone; they sound alike; one character apart; one credit printed in several ways. */
export const SpellingReason = z.enum(['variant', 'sound', 'character', 'printed'])
export type SpellingReason = z.infer<typeof SpellingReason>

/** Values that may be one, the most used first. */
export const SpellingGroup = z.object({
  reason: SpellingReason,
  spellings: z.array(z.object({ value: z.string(), count: z.int() })).min(2),
})
export type SpellingGroup = z.infer<typeof SpellingGroup>
