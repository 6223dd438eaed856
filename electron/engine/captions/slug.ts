import { cutAtGrapheme } from './graphemes.js'

/** Longest slug, code points. */
const limit = 60

/** Letters with their marks, and digits; joiners only inside a word, where some scripts need them. */
const words = /(?:[\p{L}\p{N}]\p{M}*(?:[\u200c\u200d](?=\p{L}))?)+/gu

/**
 * A headline as a short name for files: letters of any script and digits in NFKC, small letters, everything else as
 * single hyphens, at most 60 code points. A headline without letters or digits becomes `story`.
 */
export function slugOf(headline: string): string {
  return cleanSlug(headline.replace(/(?<=\p{L})['’](?=\p{L})/gu, '').toLowerCase())
}

/** A slug that somebody typed, made safe in the same way; capitals stay. */
export function cleanSlug(typed: string): string {
  const slug = (typed.normalize('NFKC').match(words) ?? []).join('-')
  const cut = cutAtGrapheme(slug, (text) => Array.from(text).length <= limit)
  return cut.replace(/-+$/, '') || 'story'
}
