import { isSingle } from './fold.js'
import { parts } from './searchable.js'

/** Beginnings of words up to this length are terms of their own: longer ones have few words each. */
export const prefixLength = 3

/**
 * The terms that a searchable text, and values of facets (a line for each), are found by. `1龙`: a character; `2龙舟`: two that stand side by side; `wfinish`: a word; `bfin`: a
 * beginning of a word; `ywanding`, `zwan`: pinyin and its beginnings; `x4:體育`: a value of a facet.
 */
export function termsOf(text: string, facets: string): Set<string> {
  const terms = new Set<string>(facets === '' ? [] : facets.split('\n').map((facet) => `x${facet}`))
  for (const line of text.split('\n')) {
    if (line.startsWith(parts.pinyin)) putWord(terms, line.slice(1), 'y', 'z')
    else putLine(terms, line.slice(1))
  }
  return terms
}

function putLine(terms: Set<string>, line: string): void {
  for (const run of line.split(' ')) {
    if (run === '') continue
    if (!isSingle(run)) {
      putWord(terms, run, 'w', 'b')
      continue
    }
    let before = ''
    for (const character of run) {
      terms.add(`1${character}`)
      if (before !== '') terms.add(`2${before}${character}`)
      before = character
    }
  }
}

function putWord(terms: Set<string>, word: string, whole: string, beginning: string): void {
  terms.add(whole + word)
  for (let length = 1; length <= prefixLength && length <= word.length; length += 1)
    terms.add(beginning + word.slice(0, length))
}

/** What all photos that hold a phrase have: terms, or where `range` is set any term that begins so. */
export interface Needed {
  term: string
  range: boolean
}

/** The terms of a phrase's words. The last word may go on. */
export function neededBy(all: readonly string[]): Needed[] {
  const needed: Needed[] = []
  for (const [at, word] of all.entries()) {
    const next = all[at + 1]
    if (!isSingle(word)) {
      if (next !== undefined) needed.push({ term: `w${word}`, range: false })
      else needed.push(beginningOf(word, 'w', 'b'))
    } else if (next !== undefined && isSingle(next)) needed.push({ term: `2${word}${next}`, range: false })
    else if (at === 0 || !isSingle(all[at - 1] ?? '')) needed.push({ term: `1${word}`, range: false })
  }
  return needed
}

/** What names have that pinyin typed so far may stand for; null where it can be none. */
export function neededByPinyin(typed: string): Needed | null {
  const letters = typed.toLowerCase().replace(/['\s]/gu, '')
  return /^[a-z]{2,}$/u.test(letters) ? beginningOf(letters, 'y', 'z') : null
}

function beginningOf(word: string, whole: string, beginning: string): Needed {
  return word.length <= prefixLength ? { term: beginning + word, range: false } : { term: whole + word, range: true }
}

/** Whether having its terms means holding the phrase: then no text needs to be looked at. */
export function isCertain(all: readonly string[]): boolean {
  return neededBy(all).length === 1
}
