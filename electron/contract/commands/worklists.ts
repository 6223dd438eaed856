import { z } from 'zod'
import { photoWorklists, SpellingGroup, SpellingList, spellingLists } from '../worklist.js'
import { command, nothing } from './command.js'

export const worklistsCommandTable = {
  /** How many photos, or groups of spellings, each list holds, and the query that lists its photos. */
  'worklists.counts': command(
    nothing,
    z.object({
      photos: z.array(z.object({ list: z.enum(photoWorklists), query: z.string(), count: z.int() })),
      spellings: z.array(z.object({ list: z.enum(spellingLists), count: z.int() })),
    }),
  ),
  /** Values that are written in several ways; those that somebody has said are different are left out (a `distinct` record). */
  'worklists.spellings': command(
    z.object({ list: SpellingList, limit: z.int().min(1).max(1_000).default(200) }),
    z.object({ groups: z.array(SpellingGroup), more: z.int() }),
  ),
} as const
