import { foldHan } from './han-fold.js'

/**
 * Scripts that are written without spaces: each character is a word of its own. The planes of rare Han characters count
 * whole, because new ones are added there faster than engines learn of them.
 */
const single =
  '\\u{20000}-\\u{3fffd}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Bopomofo}\\p{Extended_Pictographic}'
const wordPattern = new RegExp(`[${single}]|(?:(?![${single}])[\\p{L}\\p{N}\\p{Co}])+`, 'gu')
const startsSingle = new RegExp(`^[${single}]`, 'u')

/** Text as it is compared: full and half width alike (NFKC), lower case, without accents. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]+/gu, (word) =>
      word.normalize('NFD').replace(/\p{M}+/gu, ''),
    )
}

/**
 * The words of a text in order. Each Han character (in one form for all its variants), kana, hangul syllable or pictograph is one word,
 * so that any run of them can be found as a phrase; letters and digits between them form words as usual.
 */
export function words(text: string): string[] {
  return (fold(text).match(wordPattern) ?? []).map(foldHan)
}

/** A word with the place in the text that it stands for, UTF-16 units. */
export interface PlacedWord {
  word: string
  from: number
  to: number
}

/** The same words with their places, for marking what was found. */
export function placedWords(text: string): PlacedWord[] {
  let folded = ''
  const origins: { from: number; to: number }[] = []
  let at = 0
  for (const character of text) {
    const origin = { from: at, to: at + character.length }
    at = origin.to
    const part = fold(character)
    folded += part
    origins.push(...Array.from({ length: part.length }, () => origin))
  }
  return [...folded.matchAll(wordPattern)].flatMap((match) => {
    const [first, last] = [origins[match.index], origins[match.index + match[0].length - 1]]
    return first && last ? [{ word: foldHan(match[0]), from: first.from, to: last.to }] : []
  })
}

/** Whether a word is one character of a script without spaces. */
export function isSingle(word: string): boolean {
  return startsSingle.test(word)
}

/** File names as people sort them: 2 before 10. */
export function naturalKey(name: string): string {
  return fold(name).replace(/\d+/g, (digits) => digits.padStart(12, '0'))
}
