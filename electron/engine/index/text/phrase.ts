import { isSingle, words } from './fold.js'

/**
 * Words as one line that phrases are looked for in: characters of scripts without spaces stand side by side, other words between
 * spaces. `端午Dragon Boat賽` becomes `端午 dragon boat 赛`.
 */
export function lineOf(all: readonly string[]): string {
  let line = ''
  for (const word of all) line += isSingle(word) ? word : `${line.endsWith(' ') ? '' : ' '}${word} `
  return line
}

/** What a person typed between two spaces or quotation marks. */
export interface Phrase {
  words: readonly string[]
  /** What a line that holds it contains: its last word may go on where it is no single character. */
  pattern: string
}

/** null where nothing in it can be searched for. */
export function phraseOf(typed: string): Phrase | null {
  const all = words(typed)
  return all.length === 0 ? null : { words: all, pattern: lineOf(all).trimEnd() }
}
