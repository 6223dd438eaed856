import { creditKeys } from '../captions/credits/credit-keys.js'
import { rankCredits } from '../captions/credits/rank-credits.js'
import type { Context } from './context.js'
import type { HandlersOf } from './handlers.js'

/** More than any desk's list that is still worth looking through. */
const most = 500

export function creditCommands(context: Context): HandlersOf<'credits.list'> {
  return {
    'credits.list': async ({ also }) => {
      const used = rankCredits(await (await context.session().index()).credits(most))
      const unused = also.filter((line) => !used.some((credit) => credit.line === line))
      const credits = [...used, ...unused.map((line) => ({ line, photos: 0 }))]
      return { credits: credits.map(({ line, photos }) => ({ line, photos, keys: creditKeys(line) })) }
    },
  }
}
