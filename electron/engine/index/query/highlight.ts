import { placedWords } from '../text/fold.js'
import { phraseOf } from '../text/phrase.js'
import { isSingle } from '../text/fold.js'
import type { QueryNode } from './read-query.js'

export interface Span {
  from: number
  to: number
}

/** The words that a query looks for, also those asked for in one field; not those that must be absent. */
export function wantedPhrases(node: QueryNode | null): (readonly string[])[] {
  if (!node) return []
  switch (node.kind) {
    case 'all':
    case 'any':
      return node.nodes.flatMap((each) => wantedPhrases(each))
    case 'words':
    case 'in':
    case 'facet': {
      const phrase = phraseOf(node.text)
      return phrase ? [phrase.words] : []
    }
    default:
      return []
  }
}

/** Where phrases stand in a text, UTF-16 units, in order and joined where they overlap. */
export function spansOf(text: string, phrases: readonly (readonly string[])[]): Span[] {
  const placed = placedWords(text)
  const spans: Span[] = []
  for (const phrase of phrases) {
    const last = phrase.length - 1
    for (let start = 0; start + last < placed.length; start += 1) {
      const fits = phrase.every((word, at) => {
        const there = placed[start + at]?.word ?? ''
        return at === last && !isSingle(word) ? there.startsWith(word) : there === word
      })
      const [first, end] = [placed[start], placed[start + last]]
      if (fits && first && end) spans.push({ from: first.from, to: end.to })
    }
  }
  return joined(spans)
}

function joined(spans: Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = result.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else result.push({ ...span })
  }
  return result
}
