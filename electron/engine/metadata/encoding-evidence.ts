import type { IimEncoding } from '#contract'
import { commonJapanese, commonSimplified, commonTraditional } from './common-characters.js'
import { decodeAs, strictly } from './text-decoding.js'

/** In what texts without a declared character set are likely written. */
export interface Evidence {
  encoding: IimEncoding
  /** Another that is nearly as likely; null where none is. */
  doubt: IimEncoding | null
}

/** The order decides between equals. */
const candidates = ['utf-8', 'gb18030', 'big5', 'shift_jis', 'windows-1252'] as const satisfies IimEncoding[]

/** Points for one byte above ASCII by which the best must lead; more where there are few bytes to judge by. */
const clearLead = (bytes: number) => 0.1 + 1.5 / bytes

/**
 * Judges all texts of a block together, since one program wrote them: short texts alone say too little. Each encoding in which the
 * bytes are valid (a last character cut short counts little) gets points for how often its characters occur in captions.
 * null where all is ASCII.
 */
export function encodingOf(texts: readonly Uint8Array[]): Evidence | null {
  const foreign = texts.filter((bytes) => bytes.some((byte) => byte >= 0x80))
  if (foreign.length === 0) return null
  const high = foreign.reduce((sum, bytes) => sum + bytes.filter((byte) => byte >= 0x80).length, 0)
  const ranked = candidates
    .map((encoding) => ({ encoding, points: sum(foreign.map((bytes) => pointsOf(bytes, encoding))) / high }))
    .sort((one, other) => other.points - one.points)
  const [best, second] = ranked
  // There are five candidates.
  if (best === undefined || second === undefined) return null
  const isClear = best.points - second.points > clearLead(high) && best.points > 0
  return { encoding: best.encoding, doubt: isClear ? null : second.encoding }
}

const invalid = -6

function pointsOf(bytes: Uint8Array, encoding: IimEncoding): number {
  const { text, isCut } = decodeAs(bytes, encoding)
  const characters = Array.from(text)
  const weigh = encoding === 'windows-1252' ? latinPoints : encoding === 'utf-8' ? unicodePoints : eastAsian[encoding]
  return sum(characters.map((character, at) => weigh(character, characters, at))) + (isCut ? invalid / 3 : 0)
}

type Weigh = (character: string, all: readonly string[], at: number) => number

/** Bytes of another encoding are valid UTF-8 by a rare chance only, and three of them in a row hardly ever. */
const unicodePoints: Weigh = (character, all, at) => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 0
  if (character === '\ufffd') return invalid
  if (code < 0x100) return latinPoints(character, all, at) > 0 ? 3 : -0.5
  if (code < 0x800) return /\p{Script=Latin}/u.test(character) ? 2 : 0
  return code < 0x10000 ? 4 : 6
}

/** Accented letters stand within words, capitals at their beginnings; signs stand between them. */
const latinPoints: Weigh = (character, all, at) => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 0
  if (code < 0xa0) return invalid
  const [before = ' ', after = ' '] = [all[at - 1], all[at + 1]]
  const isByLetters = /[a-z]/iu.test(before) || /[a-z]/iu.test(after)
  if (/[àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœšž]/u.test(character)) return isByLetters ? 1.2 : -0.4
  if (/[ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒŠŽŸ]/u.test(character)) {
    if (/[\p{Ll}]/u.test(before)) return -1
    return /[a-z]/iu.test(after) || (/[A-Z]/.test(before) && !/[^\p{Lu}\s]/u.test(after)) ? 1 : -0.6
  }
  if (/[’‘“”–—…«»©®°·€£¿¡\u00a0]/u.test(character)) return /[\w\s(]/u.test(before + after) ? 0.8 : -0.3
  return -0.8
}

/**
 * The first planes of the three character sets hold what is in daily use (GB 2312 rows 16 to 55, Big5 0xA440 to 0xC67E, JIS X 0208
 * rows 16 to 47); the wrong encoding lands beyond them as often as not.
 */
const firstPlanes = {
  gb18030: { from: 0xb0a1, to: 0xd7f9 },
  big5: { from: 0xa440, to: 0xc67e },
  shift_jis: { from: 0x889f, to: 0x9872 },
} as const
type EastAsian = keyof typeof firstPlanes

const common: Record<EastAsian, readonly ReadonlySet<string>[]> = {
  // Desks in the mainland write traditional characters in GBK as well.
  gb18030: [commonSimplified, commonTraditional],
  big5: [commonTraditional],
  shift_jis: [commonJapanese],
}

function eastAsianPoints(encoding: EastAsian): Weigh {
  let daily: ReadonlySet<string> | null = null
  return (character) => {
    if (character <= '\u007f') return 0
    if (character === '\ufffd' || /[\p{Co}\p{Cn}\p{Cc}]/u.test(character)) return invalid
    if (common[encoding].some((set) => set.has(character))) return 2
    if (/[，。、；：？！「」『』《》（）“”‘’—…·〈〉【】\u3000]/u.test(character)) return 1.8
    if (/[\uff10-\uff19\uff21-\uff5a]/u.test(character)) return 0.8
    if (/[\uff61-\uff9f]/u.test(character)) return -0.5
    if (/[\u3040-\u30ff]/u.test(character)) return encoding === 'shift_jis' ? 1.9 : 0.2
    if (!/\p{Script=Han}/u.test(character)) return -0.8
    daily ??= firstPlane(encoding)
    return daily.has(character) ? 0.6 : -0.6
  }
}

function firstPlane(encoding: EastAsian): ReadonlySet<string> {
  const { from, to } = firstPlanes[encoding]
  const characters = new Set<string>()
  for (let code = from; code <= to; code += 1) {
    const character = strictly(encoding, Uint8Array.of(code >> 8, code & 0xff))
    if (character !== null && Array.from(character).length === 1) characters.add(character)
  }
  return characters
}

const eastAsian: Record<EastAsian, Weigh> = {
  gb18030: eastAsianPoints('gb18030'),
  big5: eastAsianPoints('big5'),
  shift_jis: eastAsianPoints('shift_jis'),
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
