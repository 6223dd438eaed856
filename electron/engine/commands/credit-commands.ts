import { creditKeys } from '../captions/credits/credit-keys.js'
import { rankCredits } from '../captions/credits/rank-credits.js'
import type { Context } from './context.js'
import type { HandlersOf } from './handlers.js'

/** More than any desk's list that is still worth looking through. */
const most = 500

export function creditCommands(context: Context): HandlersOf<'credits.list'> {
  return {
    'credits.list': async () => {
      const used = await (await context.session().index()).credits(most)
      return { credits: rankCredits(used).map(({ line, photos }) => ({ line, photos, keys: creditKeys(line) })) }
    },
  }
}
