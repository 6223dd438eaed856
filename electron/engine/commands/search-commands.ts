import { type FacetName, type Photo, photoFields, typedFields } from '#contract'
import { spansOf, wantedPhrases } from '../index/query/highlight.js'
import { nodeOf, problemsOf } from '../index/query/searches.js'
import { facetFields, fieldNames, fieldWords } from '../index/query/vocabulary.js'
import type { Context } from './context.js'
import type { HandlersOf } from './handlers.js'

/** More are no help while typing. */
const mostCompletions = 12

/** Where values are looked for while no field is named. */
const namedFirst: readonly FacetName[] = ['person', 'place', 'keyword', 'credit', 'creator']

export function searchCommands(
  context: Context,
): HandlersOf<'search.facets' | 'search.check' | 'search.highlight' | 'search.complete'> {
  const index = () => context.session().indexSoFar()
  return {
    'search.facets': async ({ query, values }) => (await index()).facets(query, values),
    'search.check': ({ text }) => Promise.resolve({ problems: problemsOf(text) }),
    'search.highlight': async ({ text, ids }) => {
      const phrases = wantedPhrases(nodeOf(text))
      if (phrases.length === 0) return { photos: [] }
      const photos = await (await index()).get(ids)
      return { photos: photos.map((photo) => ({ id: photo.id, fields: marked(photo, phrases) })) }
    },
    'search.complete': async ({ text, caret }) => {
      const { from, field, typed } = wordBefore(text.slice(0, caret))
      const named = field === null ? undefined : fieldNames[field.toLowerCase()]
      const facet = named && facetFields[named]
      if (named && !facet) return { completions: [] }
      const found = await Promise.all(
        (facet ? [facet] : typed === '' ? [] : namedFirst).map(async (name) => {
          const values = await (await index()).values(name, typed, mostCompletions)
          return values.map(({ label, count }) => ({
            from,
            text: `${field ?? fieldWords[name][0] ?? name}:${quoted(label)}`,
            facet: name,
            count,
          }))
        }),
      )
      const names = field === null && /^\p{L}+$/u.test(typed) ? fieldsLike(typed) : []
      return {
        completions: [
          ...names.map((name) => ({ from, text: `${name}:`, facet: null, count: 0 })),
          ...found.flat().sort((a, b) => b.count - a.count),
        ].slice(0, mostCompletions),
      }
    },
  }
}

/** The word that ends at the caret: where it begins, its field and what of its value is typed. */
function wordBefore(text: string): { from: number; field: string | null; typed: string } {
  const found = /(?:(\p{L}+)[:：])?(?:["“「]([^"”」]*)|([^\s()"“「]*))$/u.exec(text)
  if (!found) return { from: text.length, field: null, typed: '' }
  const [whole, field, inQuotes, bare] = found
  return { from: text.length - whole.length, field: field ?? null, typed: (inQuotes ?? bare ?? '').replace(/^-/u, '') }
}

function quoted(value: string): string {
  return /[\s(),，"]/u.test(value) ? `"${value.replaceAll('"', '')}"` : value
}

/** Names of fields that begin so, in the language in which they are typed. */
function fieldsLike(typed: string): string[] {
  const wanted = typed.toLowerCase()
  return Object.values(fieldWords).flatMap(
    (all) => all.find((word) => word.startsWith(wanted) && word !== wanted) ?? [],
  )
}

function marked(photo: Photo, phrases: (readonly string[])[]) {
  const texts = photoFields.flatMap((field) => {
    if (!typedFields.some((typed) => typed === field)) return []
    const value = photo[field]
    const items =
      typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
    return items.map((text, at) => ({ field, at, text }))
  })
  return [...texts, { field: 'file' as const, at: 0, text: photo.file }].flatMap(({ field, at, text }) => {
    const spans = spansOf(text, phrases)
    return spans.length > 0 ? [{ field, at, spans }] : []
  })
}
