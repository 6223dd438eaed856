import { pinyin } from 'pinyin-pro'
import type { SpellingGroup, SpellingList, SpellingReason } from '#contract'
import { foldText } from '../credits/folded-text.js'
import { readCredit } from '../credits/split-caption.js'
import { foldedName } from '../tally/unified-names.js'

type Spelling = SpellingGroup['spellings'][number]

/** A value beside another is taken for a slip where it is so much rarer. */
const rarer = 3
/** UTF-16 units of a folded name that one differing character says something of. */
const shortestHan = 3
const shortestLatin = 5

/**
 * Values that may be one and the same, each group with the reason: spellings that differ in script, width and blanks; credits that name
 * the same people in the same roles; names that sound alike or are one character apart, where one is much rarer. Work grows with the
 * number of values and not with their pairs.
 */
export function spellingGroups(list: SpellingList, values: readonly Spelling[]): SpellingGroup[] {
  const byKey = new Map<string, Spelling[]>()
  const keyOf = list === 'credit' ? creditKey : foldedName
  for (const spelling of values) {
    const key = keyOf(spelling.value)
    const there = byKey.get(key)
    if (there === undefined) byKey.set(key, [spelling])
    else there.push(spelling)
  }
  const groups = [...byKey.values()].flatMap((spellings) =>
    spellings.length < 2 ? [] : [group(list === 'credit' ? 'printed' : 'variant', spellings)],
  )
  if (list !== 'credit') groups.push(...nearNames(byKey))
  return groups.sort((a, b) => photosOf(b) - photosOf(a))
}

/** What a credit says, however it is printed; lines that cannot be read are compared as they stand. */
function creditKey(line: string): string {
  const read = readCredit(line)
  if (!read) return foldedName(line).replace(/[\s/／|｜:：]+/gu, '')
  const fold = (text: string | null) => (text === null ? '' : foldedName(text))
  return JSON.stringify(
    read.parts.map(({ role, names, organisation, kind }) => [fold(role), names.map(fold), fold(organisation), kind]),
  )
}

/** Pairs of names in which one character is another, or one more. */
function nearNames(byKey: ReadonlyMap<string, readonly Spelling[]>): SpellingGroup[] {
  const buckets = new Map<string, string[]>()
  for (const key of byKey.keys()) {
    if (Array.from(key).length > longestName) continue
    for (const pattern of patternsOf(key)) {
      const there = buckets.get(pattern)
      if (there === undefined) buckets.set(pattern, [key])
      else there.push(key)
    }
  }
  const seen = new Set<string>()
  const groups: SpellingGroup[] = []
  for (const keys of buckets.values()) {
    // 陳* of a whole country is no question that anybody answers.
    if (keys.length < 2 || keys.length > mostAlike) continue
    for (const [at, one] of keys.entries()) {
      for (const other of keys.slice(at + 1)) {
        const pair = one < other ? `${one}\n${other}` : `${other}\n${one}`
        if (one === other || seen.has(pair)) continue
        seen.add(pair)
        const [ofOne, ofOther] = [byKey.get(one) ?? [], byKey.get(other) ?? []]
        const reason = reasonOf(one, other, total(ofOne), total(ofOther))
        if (reason !== null) groups.push(group(reason, [...ofOne, ...ofOther]))
      }
    }
  }
  return groups
}

/** Longer values are sentences. */
const longestName = 40
const mostAlike = 60

/** The name with each character left open, and with each left out: names one change apart share one of these. */
function patternsOf(key: string): Set<string> {
  const characters = Array.from(key)
  const patterns = new Set([key])
  for (const at of characters.keys()) {
    const [start, end] = [characters.slice(0, at).join(''), characters.slice(at + 1).join('')]
    patterns.add(`${start}*${end}`)
    patterns.add(start + end)
  }
  return patterns
}

function reasonOf(one: string, other: string, count: number, otherCount: number): SpellingReason | null {
  const [a, b] = [Array.from(one), Array.from(other)]
  if (!isOneChange(a, b)) return null
  const isSlip = Math.max(count, otherCount) >= rarer * Math.min(count, otherCount)
  if (/^[\p{Script=Han}·]+$/u.test(one + other)) {
    if (a.length === b.length && sound(one) === sound(other)) return 'sound'
    // 王明 and 王小明 are two people; 阿列克謝耶夫 and 阿列克謝夫 hardly.
    const shortest = a.length === b.length ? shortestHan : shortestHan + 1
    return Math.min(a.length, b.length) >= shortest && isSlip ? 'character' : null
  }
  // Numbers tell things apart: 一號倉 and 二號倉 do so too, but are rarely one much rarer than the other.
  if (one.replace(/\D/g, '') !== other.replace(/\D/g, '')) return null
  return Math.min(a.length, b.length) >= shortestLatin && isSlip ? 'character' : null
}

function isOneChange(one: readonly string[], other: readonly string[]): boolean {
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  let end = 0
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1
  const left = Math.max(one.length, other.length) - start - end
  return left === 1
}

function sound(name: string): string {
  return pinyin(foldText(name).folded, { toneType: 'none', type: 'array' }).join(' ')
}

function group(reason: SpellingReason, spellings: readonly Spelling[]): SpellingGroup {
  return { reason, spellings: spellings.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)) }
}

function total(spellings: readonly Spelling[]): number {
  return spellings.reduce((sum, { count }) => sum + count, 0)
}

function photosOf({ spellings }: SpellingGroup): number {
  return total(spellings)
}
