import { inScript } from '../chinese-scripts.js'

/**
 * A text beside its folded form, in which both have the same length: what is found in one is cut out of the other by
 * the same bounds.
 */
export interface FoldedText {
  readonly raw: string
  /** Simplified, half width, one kind of bracket, blank, dot and slash. */
  readonly folded: string
}

const look: Record<string, string> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '\t': ' ',
  '︵': '(',
  '︶': ')',
  '【': '(',
  '】': ')',
  '〔': '(',
  '〕': ')',
  '[': '(',
  ']': ')',
  '［': '(',
  '］': ')',
  '•': '·',
  '‧': '·',
  '・': '·',
  '∙': '·',
  '．': '·',
  '∕': '/',
  '⁄': '/',
  '﹕': ':',
  '︰': ':',
  '﹔': ';',
  '﹐': ',',
  '│': '|',
  '’': "'",
  '–': '-',
  '—': '-',
}

const known = new Map<string, string>()

function foldCharacter(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  const code = character.codePointAt(0) ?? 0
  const width = code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : character
  const folded =
    look[character] ??
    (code >= 0x2002 && code <= 0x200a ? ' ' : /\p{Script=Han}/u.test(width) ? inScript(width, 'zh-Hans') : width)
  const same = folded.length === character.length ? folded : character
  known.set(character, same)
  return same
}

export function foldText(raw: string): FoldedText {
  return { raw, folded: Array.from(raw, foldCharacter).join('') }
}

export function cut({ raw, folded }: FoldedText, start: number, end = raw.length): FoldedText {
  return { raw: raw.slice(start, end), folded: folded.slice(start, end) }
}

/** Without what the pattern matches at the beginning and at the end. */
export function trim(text: FoldedText, edge = /[ \n\r]+/): FoldedText {
  const start = new RegExp(`^(?:${edge.source})`, 'u').exec(text.folded)?.[0].length ?? 0
  const rest = cut(text, start)
  const end = new RegExp(`(?:${edge.source})$`, 'u').exec(rest.folded)?.index ?? rest.folded.length
  return cut(rest, 0, end)
}

/** The pieces between what the pattern matches, empty ones left out. */
export function split(text: FoldedText, separator: RegExp): FoldedText[] {
  const pieces: FoldedText[] = []
  let at = 0
  for (const { index, 0: match } of text.folded.matchAll(new RegExp(separator.source, 'gu'))) {
    pieces.push(cut(text, at, index))
    at = index + match.length
  }
  return [...pieces, cut(text, at)].map((piece) => trim(piece)).filter(({ raw }) => raw !== '')
}
