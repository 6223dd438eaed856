/**
 * Scripts that are written without spaces: each character is a word of its own. The planes of rare Han characters count
 * whole, because new ones are added there faster than engines learn of them.
 */
const single =
  '\\u{20000}-\\u{3fffd}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Bopomofo}'
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
 * The words of a text in order. Each Han character, kana or hangul syllable is one word, so that any run of them can
 * be found as a phrase; letters and digits between them form words as usual.
 */
export function words(text: string): string[] {
  return fold(text).match(wordPattern) ?? []
}

/** Whether a word is one character of a script without spaces. */
export function isSingle(word: string): boolean {
  return startsSingle.test(word)
}

/** File names as people sort them: 2 before 10. */
export function naturalKey(name: string): string {
  return fold(name).replace(/\d+/g, (digits) => digits.padStart(12, '0'))
}
