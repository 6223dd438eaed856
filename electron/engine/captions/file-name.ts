import sanitize from 'sanitize-filename'
import { cutAtGrapheme, utf8Length } from './graphemes.js'

/** Longest name without its ending, bytes of UTF-8: leaves room under the 255 that file systems take for `-2` and `.jpeg`. */
export const fileNameLimit = 200

/** Line separators, marks that turn the direction of writing (and disguise endings), halves of characters. */
const treacherous = /[\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu

/** Names that Windows keeps for devices, also with an ending; the superscripts count as digits there. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

/**
 * A text as a file name without its ending, valid on Windows, macOS and Linux: NFC, forbidden characters as hyphens, no
 * dot or space at either end, no device's name, at most 200 bytes of UTF-8. Never empty: `fallback` stands in.
 */
export function safeFileName(text: string, fallback = 'photo'): string {
  const cut = trim(cutAtGrapheme(partOfFileName(text), (beginning) => utf8Length(beginning) <= fileNameLimit))
  if (cut === '') return fallback
  return reserved.test(cut) ? `_${cut}` : cut
}

/** A text as it may stand inside a file name; may be empty. */
export function partOfFileName(text: string): string {
  const plain = trim(text.replace(treacherous, '').normalize('NFC'))
  // The library empties a name that Windows keeps for a device; behind a letter of ours it is none.
  return trim(sanitize(`_${plain}`, { replacement: '-' }).slice(1))
}

function trim(name: string): string {
  return name.replace(/^[\s.]+/, '').replace(/(?<![\s.])[\s.]+$/, '')
}

/**
 * Gives equal names `-2`, `-3` … before their ending, in order. Names count as equal where a file system that ignores
 * case says so. `taken` are names that none may have.
 */
export function distinctNames(
  names: readonly { name: string; ending: string }[],
  taken: readonly string[] = [],
): string[] {
  const used = new Set(taken.map(folded))
  return names.map(({ name, ending }) => {
    for (let number = 1; ; number += 1) {
      const candidate = `${name}${number === 1 ? '' : `-${number}`}${ending}`
      if (used.has(folded(candidate))) continue
      used.add(folded(candidate))
      return candidate
    }
  })
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase().toUpperCase().normalize('NFC')
}
