import type { CommandOutput, FacetName, SavedSearch } from '#contract'

/** Something that the popup under the search box offers. */
export type Suggestion =
  | {
      readonly kind: 'completion'
      readonly from: number
      readonly text: string
      readonly facet: FacetName | null
      readonly count: number
    }
  | { readonly kind: 'recent'; readonly text: string }
  | { readonly kind: 'saved'; readonly record: SavedSearch }

/** Completions shown at once; more would hide the photos that are found meanwhile. */
const mostCompletions = 8
const mostRecent = 8

/** What an empty box offers: recent searches, then those that were saved. */
export function offersOf(recent: readonly string[], saved: readonly SavedSearch[]): readonly Suggestion[] {
  return [
    ...recent.slice(0, mostRecent).map((text) => ({ kind: 'recent' as const, text })),
    ...saved.map((record) => ({ kind: 'saved' as const, record })),
  ]
}

/** What the part before the caret may go on with; nothing where that is what stands there already. */
export function completionsOf(
  { completions }: CommandOutput<'search.complete'>,
  text: string,
  caret: number,
): readonly Suggestion[] {
  return completions
    .filter((completion) => completion.text.trimEnd() !== text.slice(completion.from, caret))
    .slice(0, mostCompletions)
    .map((completion) => ({ kind: 'completion', ...completion }))
}

/** The text with a completion in place of what it completes, and where the caret then stands. A finished value is followed by a blank. */
export function completed(
  text: string,
  caret: number,
  completion: { readonly from: number; readonly text: string },
): { text: string; caret: number } {
  const after = text.slice(caret)
  const goesOn = /[:：\s]$/u.test(completion.text) || /^\s/u.test(after)
  const put = goesOn ? completion.text : `${completion.text} `
  return { text: text.slice(0, completion.from) + put + after, caret: completion.from + put.length }
}

/** The entry after a key; null is the box itself, which stands between the last entry and the first. */
export function entryAfterKey(key: 'ArrowDown' | 'ArrowUp', at: number | null, entries: number): number | null {
  if (key === 'ArrowDown') return at === null ? 0 : at + 1 < entries ? at + 1 : null
  return at === null ? entries - 1 : at > 0 ? at - 1 : null
}
