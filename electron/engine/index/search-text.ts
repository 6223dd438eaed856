import type { Photo } from '#contract'
import { isSingle, words } from './fold.js'

/** Stands between the items of a list, so that a phrase never runs from one name into the next. */
const between = '\ue000'

/** Words as the full-text table takes them. */
export function indexed(text: string | readonly string[]): string {
  const items = typeof text === 'string' ? [text] : text
  return items.map((item) => words(item).join(' ')).join(` ${between} `)
}

/** A photo's searchable columns, in the table's order. */
export function photoColumns(photo: Photo): string[] {
  const { caption, headline, credit, creators, keywords, people, place, file } = photo
  return [caption, headline, credit, creators, keywords, people, place, file].map(indexed)
}

/**
 * What a person typed, as a full-text query: words separated by spaces must all occur, Chinese as a run of characters
 * anywhere, other scripts by the beginnings of words. null where nothing in it can be searched for.
 */
export function searchQuery(typed: string): string | null {
  const phrases = typed.split(/\s+/u).flatMap((term) => {
    const found = words(term)
    const last = found.at(-1)
    if (last === undefined) return []
    // Words hold letters and digits only, so nothing in them can end the quotation.
    return `"${found.join(' ')}"${isSingle(last) ? '' : ' *'}`
  })
  return phrases.length > 0 ? phrases.join(' AND ') : null
}
