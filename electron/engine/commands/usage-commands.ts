import type { Context } from './context.js'
import type { HandlersOf } from './handlers.js'

export function usageCommands(context: Context): HandlersOf<'usage.ofPhoto'> {
  return {
    'usage.ofPhoto': async ({ id }) => ({ uses: (await context.session().usage.ofPhoto(id)).toReversed() }),
  }
}
