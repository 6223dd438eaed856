import type { Context } from './context.js'
import type { HandlersOf } from './handlers.js'

export function searchCommands(
  context: Context,
): HandlersOf<'search.facets' | 'search.check' | 'search.highlight' | 'search.complete'> {
  return {
    'search.facets': async ({ query, values }) => (await context.session().index()).facets(query, values),
    'search.check': () => Promise.resolve({ problems: [] }),
    'search.highlight': () => Promise.resolve({ photos: [] }),
    'search.complete': () => Promise.resolve({ completions: [] }),
  }
}
