import type { Person } from '#contract'
import { foldText } from '../credits/folded-text.js'

/** A roster's names, prepared for looking them up in texts. Texts and names are folded (see foldText). */
export interface KnownNames {
  /** Each name as the roster writes it, by its folded form. */
  readonly spelled: ReadonlyMap<string, string>
  /** Names of Han characters with one of them left out (`王*香`), for those of two to four characters. */
  readonly gapped: ReadonlyMap<string, readonly string[]>
  /** How long names are, UTF-16 units, the longest first. */
  readonly lengths: readonly number[]
}

/** Stands for the character that was left out; no text holds it. */
const gap = '\0'

interface KnownName {
  readonly raw: string
  readonly folded: string
  readonly gapped: readonly string[]
}

/** A person is read once, and a roster once for all the photos that are looked at beside it. */
const ofPerson = new WeakMap<Person, readonly KnownName[]>()
const ofRoster = new WeakMap<readonly Person[], KnownNames>()

/** All names of one person, blank ones left out. */
export function namesOf(person: Person): readonly KnownName[] {
  const before = ofPerson.get(person)
  if (before !== undefined) return before
  const names = [person.name, ...person.otherNames].flatMap((raw): KnownName[] => {
    const { folded } = foldText(raw)
    return folded.trim() === '' ? [] : [{ raw, folded, gapped: gappedForms(folded) }]
  })
  ofPerson.set(person, names)
  return names
}

/** The names of a roster. */
export function knownNames(people: readonly Person[]): KnownNames {
  const before = ofRoster.get(people)
  if (before !== undefined) return before
  const spelled = new Map<string, string>()
  const gapped = new Map<string, string[]>()
  for (const { raw, folded, gapped: forms } of people.flatMap(namesOf)) {
    if (spelled.has(folded)) continue
    spelled.set(folded, raw)
    for (const form of forms) {
      const others = gapped.get(form)
      if (others === undefined) gapped.set(form, [folded])
      else others.push(folded)
    }
  }
  const lengths = [...new Set(Array.from(spelled.keys(), ({ length }) => length))].sort((a, b) => b - a)
  const names = { spelled, gapped, lengths }
  ofRoster.set(people, names)
  return names
}

/** The name with each of its characters left out in turn; none for those of other scripts or lengths, or outside the BMP. */
export function gappedForms(name: string): string[] {
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || /[\u{10000}-\u{10ffff}]/u.test(name)) return []
  return Array.from(name, (_, place) => name.slice(0, place) + gap + name.slice(place + 1))
}

export interface NamedPlace {
  at: number
  end: number
}

/** Where a folded text holds names of the roster, the longest at each place. */
export function placesOfNames(text: string, { spelled, lengths }: KnownNames): NamedPlace[] {
  const places: NamedPlace[] = []
  for (let at = 0; at < text.length; at++) {
    const length = lengths.find((each) => at + each <= text.length && spelled.has(text.slice(at, at + each)))
    if (length !== undefined) places.push({ at, end: at + length })
  }
  return places
}
