import type { TextRepair, TextSuspect } from '#contract'
import { decodeGbk, encodeGbk } from './gbk.js'
import { glossLetters, isReadingOf, readingsOf } from './glosses.js'

export interface RepairedText {
  text: string
  repairs: TextRepair[]
  suspects: TextSuspect[]
}

/**
 * Repairs what a transliterating mirror did to a Chinese text, where it is certain: pinyin glosses behind the characters that
 * read so, and runs of GBK that lost their first byte and were decoded one byte off. What looks damaged and is not certain is
 * listed and stays as it is. Repairs at the places refused are listed as well, and not made.
 */
export function repairText(damaged: string, refused: readonly number[] = []): RepairedText {
  const shifted = findShifted(damaged)
  const repairs = [...shifted, ...findGlosses(damaged, shifted)].sort((a, b) => a.at - b.at)
  const made = repairs.filter(({ at }) => !refused.includes(at))
  return { text: applyRepairs(damaged, made), repairs, suspects: findSuspects(damaged, made) }
}

/** The text with these repairs made; their places are those of the damaged text. */
export function applyRepairs(damaged: string, repairs: readonly TextRepair[]): string {
  return [...repairs]
    .sort((a, b) => b.at - a.at)
    .reduce((text, { at, before, after }) => text.slice(0, at) + after + text.slice(at + before.length), damaged)
}

const glossPattern = new RegExp(`[(（](${glossLetters})[)）]`, 'gu')

function findGlosses(damaged: string, shifted: readonly TextRepair[]): TextRepair[] {
  const repairs: TextRepair[] = []
  for (const { index, 0: gloss, 1: letters = '' } of damaged.matchAll(glossPattern)) {
    if (shifted.some(({ at, before }) => index >= at && index < at + before.length)) continue
    const run = shifted.find(({ at, before }) => at + before.length === index)
    const before = run === undefined ? damaged.slice(Math.max(0, index - 12), index) : run.after
    const characters = /\p{Script=Han}+$/u.exec(before)?.[0] ?? ''
    if (isReadingOf(letters, characters)) repairs.push({ at: index, before: gloss, after: '', kind: 'gloss' })
  }
  return repairs
}

/** A sentence's end is what runs without a gloss before them begin with; only then is their reading certain. */
const certainBeginning = /^[。，！？；：、][”’」』）]?\p{Script=Han}+$/u
const soundText = /^[\p{Script=Han}。，！？；：、“”‘’「」『』（）《》…—]+\ufffd?[\p{Script=Han}]+$|^\p{Script=Han}+$/u
const lostByte = 0xa1

/**
 * A run begins where a byte was lost. Either it was the first of the run, A1 of a full stop, and `?` stands for it; or it was the
 * second of the character that precedes, and with it and a wrong neighbour a gloss was made, whose bracket it swallowed: 日?qǐng).
 * From there on every character's bytes belong half to one and half to the next.
 */
function findShifted(damaged: string): TextRepair[] {
  const repairs: TextRepair[] = []
  let free = 0
  const starts = new RegExp(
    `\\?(?:(?=[!！][^\\p{ASCII}])|(?<=\\p{Script=Han}(?:[(（]${glossLetters}[)）])?\\?)(${glossLetters})[)）])`,
    'gu',
  )
  for (const { index, 0: start, 1: gloss } of damaged.matchAll(starts)) {
    if (index < free) continue
    const firsts =
      gloss === undefined
        ? [lostByte]
        : bytesBehind(withoutGlosses(damaged.slice(Math.max(0, index - 12), index)).slice(-1), gloss)
    const runs = firsts
      .map((first) => readRun(damaged, index + start.length, first))
      .filter((run) => run !== null)
      .map(({ after, end }) => ({ after: gloss === undefined ? after : withHole(after), end }))
      .filter(({ after }) => (gloss === undefined ? certainBeginning : soundText).test(after))
    const [run, ...others] = runs.length > 1 ? runs.filter(({ after }) => isCommon(after.charAt(0))) : runs
    if (run === undefined || others.length > 0) continue
    repairs.push({ at: index, before: damaged.slice(index, run.end), after: run.after, kind: 'shifted' })
    free = run.end
  }
  return repairs
}

/**
 * Where the run went through a character that was dropped, two halves of others meet in one that no text holds. Both ends being
 * proven by their readings, the rest stands, and the hole shows.
 */
function withHole(text: string): string {
  return text.replace(/[^\p{Script=Han}。，！？；：、“”‘’「」『』（）《》…—]/u, '\ufffd')
}

interface Run {
  after: string
  end: number
}

/** Goes on until an ASCII character: the second byte of the run's last, or swallowed together with a lone first byte (`?`). */
function readRun(damaged: string, from: number, first: number): Run | null {
  const bytes = [first]
  let end = from
  for (const character of damaged.slice(from, from + 60)) {
    const pair = encodeGbk(fullWidth(character))
    if (pair === null) break
    bytes.push(...pair)
    end += character.length
  }
  const next = damaged.slice(end)
  // The last character's second byte is an ASCII letter: 說 is D5 66, and 66 is f.
  const letter = /^[@-~]/u.exec(next)?.[0]
  if (letter !== undefined) {
    const after = decodeGbk([...bytes, letter.charCodeAt(0)])
    const gloss = new RegExp(`^[@-~][(（](${glossLetters})[)）]`, 'u').exec(next)?.[1]
    return gloss === undefined || isReadingOf(gloss, after) ? { after, end: end + 1 } : null
  }
  // The last second byte is lost, and the gloss's bracket with it: 來 was 81 ED; its reading tells which of 81 xx it is.
  const half = new RegExp(`^\\?(${glossLetters})[)）]`, 'u').exec(next)
  const lead = bytes.at(-1)
  if (half?.[1] === undefined || lead === undefined) return null
  const behind = /^\p{Script=Han}/u.exec(next.slice(half[0].length))?.[0]
  const trail = onlyOne(trailsByReading(lead, half[1]), (each) => {
    // Several characters read so: the one that stands before the same neighbour elsewhere in this text is meant.
    return behind !== undefined && withoutGlosses(damaged).includes(decodeGbk([lead, each]) + behind)
  })
  return trail === undefined ? null : { after: decodeGbk([...bytes, trail]), end: end + half[0].length }
}

/** The only one there is, or the only one for which something speaks. */
function onlyOne<T>(candidates: readonly T[], speaksFor: (candidate: T) => boolean): T | undefined {
  const left = candidates.length > 1 ? candidates.filter(speaksFor) : candidates
  return left.length === 1 ? left[0] : undefined
}

function withoutGlosses(text: string): string {
  return text.replace(glossPattern, '')
}

/** In GB 2312, the characters of everyday texts; GBK added the rare ones around it. */
function isCommon(character: string): boolean {
  const [lead = 0, trail = 0] = encodeGbk(character) ?? []
  return lead >= 0xb0 && lead <= 0xf7 && trail >= 0xa1
}

/** Signs and capitals became half width on the way; in GBK they stood as A3 xx. */
function fullWidth(character: string): string {
  return /^[!A-Z]$/u.test(character) ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character
}

/** The bytes that may have made, with the second byte of the character before, one that reads so. */
function bytesBehind(character: string, gloss: string): number[] {
  const pair = encodeGbk(character)
  return pair === null ? [] : trailsByReading(pair[1], gloss)
}

/** Second bytes, none of them ASCII, that make a Han character of this reading. */
function trailsByReading(lead: number, reading: string): number[] {
  return Array.from({ length: 0xff - 0x80 }, (_, at) => 0x80 + at).filter((trail) => {
    const character = decodeGbk([lead, trail])
    return /^\p{Script=Han}$/u.test(character) && readingsOf(character).includes(reading)
  })
}

/** Half a gloss, a replacement character, a private or stray character: what a sound text does not hold. */
const suspicious = new RegExp(
  `[\\p{Script=Han}]?\\?${glossLetters}[)）]|\\ufffd+|\\p{Co}+|(?<=\\p{Script=Han})[\\p{Script=Hiragana}\\p{Script=Katakana}](?=\\p{Script=Han})|\\p{Script=Han}[(（]${glossLetters}[)）]`,
  'gu',
)

function findSuspects(damaged: string, repairs: readonly TextRepair[]): TextSuspect[] {
  const holes = repairs
    .filter(({ after }) => after.includes('\ufffd'))
    .map(({ at, before }): TextSuspect => ({ at, text: before }))
  const seen = Array.from(damaged.matchAll(suspicious))
    .filter(({ index, 0: text }) =>
      repairs.every(({ at, before }) => at + before.length <= index || at >= index + text.length),
    )
    .map(({ index, 0: text }) => ({ at: index, text }))
  return [...holes, ...seen].sort((a, b) => a.at - b.at)
}
