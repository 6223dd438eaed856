import { type DeskRecord, factFields, type FactUse, type Photo } from '#contract'
import { foldText } from '../credits/folded-text.js'
import { type LinkedName, type LinkedNames, linkedNames, usesIn } from './linked-names.js'
import { wordingsOf } from './wordings.js'

/** As many as a record holds. */
const most = 1_000

/**
 * Which wordings of the desk a photo's texts use, each once, in the order of the fields. A wording that the desk has corrected since
 * stays linked for as long as the texts use it.
 */
export function factsOf(photo: Photo, desk: readonly DeskRecord[]): FactUse[] {
  const names = linkedNames(desk)
  if (names.spelled.size === 0 && photo.facts.length === 0) return []
  const own = ownNames(
    photo,
    photo.facts.filter((use) => !isCurrent(use, names)),
  )
  const found = new Map<string, FactUse>()
  for (const field of factFields) {
    const value = photo[field]
    for (const text of typeof value === 'string' ? [value] : value) {
      for (const { use } of usesIn(text, names, own)) found.set(`${use.id}\n${use.text}`, use)
    }
  }
  return [...found.values()].slice(0, most)
}

/** A photo that comes in, with the wordings that its texts use. */
export function withFacts(photo: Photo, desk: readonly DeskRecord[]): Photo {
  return { ...photo, facts: factsOf(photo, desk) }
}

/**
 * Names that a photo knows beside the desk's: wordings given, and the people whom its own fields name, so that a known name is not
 * seen in a longer one.
 */
export function ownNames(
  { people, creators, creditParts }: Pick<Photo, 'people' | 'creators' | 'creditParts'>,
  wordings: readonly FactUse[],
): LinkedName[] {
  const persons = [...people, ...creators, ...(creditParts ?? []).flatMap((part) => part.names)]
  return [
    ...wordings.map((use) => ({ folded: foldText(use.text).folded, uses: [use] })),
    ...[...new Set(persons)].filter(isName).map((name) => ({ folded: foldText(name).folded, uses: [] })),
  ]
}

/** 書記吳坤 in a list of people is more than a name. */
function isName(text: string): boolean {
  return /^\p{Script=Han}{2,4}$|^[\p{Script=Han}·•‧・]{4,}$|^\p{Script=Latin}[\p{Script=Latin} .'-]+$/u.test(text)
}

function isCurrent({ id, text }: FactUse, { records }: LinkedNames): boolean {
  const record = records.get(id)
  return record !== undefined && wordingsOf(record).has(text)
}
