import type { DeskRecord, FactUse } from '#contract'
import { foldText } from '../credits/folded-text.js'
import { isLinked, type LinkedRecord, namesOf, titledWordings } from './wordings.js'

/** A wording as it is looked for: folded (see foldText), with the records that it may be; none for a name that is nobody's. */
export interface LinkedName {
  readonly folded: string
  readonly uses: readonly FactUse[]
}

/** The names of a desk's people, events, places and organisations, prepared for looking them up in texts. */
export interface LinkedNames {
  readonly records: ReadonlyMap<string, LinkedRecord>
  readonly spelled: ReadonlyMap<string, readonly FactUse[]>
  /** How long the names are that begin with a UTF-16 unit, the longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>
}

/** A record is read once, and a desk once for all texts until one of its records changes. */
const ofRecord = new WeakMap<LinkedRecord, readonly LinkedName[]>()
const ofDesk = new WeakMap<readonly DeskRecord[], LinkedNames>()

function foldedNames(record: LinkedRecord): readonly LinkedName[] {
  const known = ofRecord.get(record)
  if (known !== undefined) return known
  const names = namesOf(record).map((text) => ({ folded: foldText(text).folded, uses: [{ id: record.id, text }] }))
  ofRecord.set(record, names)
  return names
}

export function linkedNames(desk: readonly DeskRecord[]): LinkedNames {
  const known = ofDesk.get(desk)
  if (known !== undefined) return known
  const records = new Map(desk.filter(isLinked).map((record) => [record.id, record]))
  const spelled = new Map<string, readonly FactUse[]>()
  const lengths = new Map<string, Set<number>>()
  for (const record of records.values()) {
    for (const { folded, uses } of foldedNames(record)) {
      const others = spelled.get(folded)
      spelled.set(folded, others === undefined ? uses : [...others, ...uses])
      const start = folded.charAt(0)
      const there = lengths.get(start)
      if (there === undefined) lengths.set(start, new Set([folded.length]))
      else there.add(folded.length)
    }
  }
  const sorted = Array.from(lengths, ([start, each]) => [start, [...each].sort((a, b) => b - a)] as const)
  const names = { records, spelled, lengths: new Map(sorted) }
  ofDesk.set(desk, names)
  return names
}

export interface UseInText {
  /** Bounds in the text, UTF-16 units. Those of one record never overlap. */
  readonly at: number
  readonly end: number
  readonly use: FactUse
}

/**
 * Where a text uses wordings of the desk or of `own`, from the left, the longest at each place: 吳坤 in 吳坤明 is not 吳坤 where the
 * desk or the photo knows 吳坤明. A title that stands with its person's name is used with it. Latin wordings are whole words.
 */
export function usesIn(raw: string, names: LinkedNames, own: readonly LinkedName[]): UseInText[] {
  const found: UseInText[] = []
  const ends = new Map<string, number>()
  const text = foldText(raw).folded
  for (let at = 0; at < text.length;) {
    const best = longestAt(text, at, names, own)
    if (best === null) {
      at += 1
      continue
    }
    let next = at + best.folded.length
    for (const use of best.uses) {
      const whole = titled(text, at, use, names, ends.get(use.id) ?? 0)
      const place = whole ?? { at, end: at + best.folded.length, use }
      found.push(place)
      ends.set(use.id, place.end)
      next = Math.max(next, place.end)
    }
    at = next
  }
  return found
}

/** The longest of a person's titles with the name that stands at a place; null where there is none. */
function titled(text: string, at: number, use: FactUse, { records }: LinkedNames, free: number): UseInText | null {
  const record = records.get(use.id)
  if (record === undefined) return null
  const [best] = titledWordings(record, use.text)
    .map((wording) => {
      const start = at - wording.indexOf(use.text)
      return { at: start, end: start + wording.length, use: { id: use.id, text: wording } }
    })
    .filter(
      (place) =>
        place.at >= free &&
        text.startsWith(foldText(place.use.text).folded, place.at) &&
        isWhole(text, place.at, place.end),
    )
    .sort((a, b) => b.end - b.at - (a.end - a.at))
  return best ?? null
}

function longestAt(text: string, at: number, names: LinkedNames, own: readonly LinkedName[]): LinkedName | null {
  const length = names.lengths
    .get(text.charAt(at))
    ?.find((each) => names.spelled.has(text.slice(at, at + each)) && isWhole(text, at, at + each))
  const folded = length === undefined ? '' : text.slice(at, at + length)
  let best: LinkedName | null = length === undefined ? null : { folded, uses: names.spelled.get(folded) ?? [] }
  for (const each of own) {
    if (each.folded === '' || !text.startsWith(each.folded, at) || !isWhole(text, at, at + each.folded.length)) continue
    if (best === null || each.folded.length > best.folded.length) best = each
    else if (each.folded.length === best.folded.length)
      best = { folded: each.folded, uses: [...best.uses, ...each.uses] }
  }
  return best
}

const letter = /[\p{Script=Latin}\p{Nd}]/u

/** Ann is no part of Annual. */
function isWhole(text: string, at: number, end: number): boolean {
  const joins = (one: string, other: string) => letter.test(one) && letter.test(other)
  return !joins(text.charAt(at - 1), text.charAt(at)) && !joins(text.charAt(end - 1), text.charAt(end))
}
