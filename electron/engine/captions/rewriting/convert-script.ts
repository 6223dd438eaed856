import { inScript, type Script } from '../chinese-scripts.js'

/** A text in the other characters, words by words; what is in `keep`, names of people, stays as it is written. */
export function convertScript(text: string, to: Script, keep: readonly string[]): string {
  const names = keep.filter((name) => name !== '' && text.includes(name)).sort((a, b) => b.length - a.length)
  if (names.length === 0) return inScript(text, to)
  const pattern = new RegExp(`(${names.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')).join('|')})`, 'gu')
  return text
    .split(pattern)
    .map((piece, at) => (at % 2 === 1 ? piece : inScript(piece, to)))
    .join('')
}
