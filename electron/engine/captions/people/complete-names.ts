import type { Person } from '#contract'
import { creditKeys } from '../credits/credit-keys.js'
import { titlesAt } from './dated-titles.js'

export interface NameCompletion {
  /** As this desk writes it. */
  name: string
  /** Organisation and title of that day; empty where none is known. */
  title: string
  /** Title and name as a caption has them. */
  text: string
}

/** More than that is no help. */
const most = 9

/** What may be typed for each name; a roster's readings do not change while it is the same. */
const keysOf = new WeakMap<Person, readonly string[]>()

/**
 * People whose name, other name, pinyin initials or whole pinyin begins with what was typed, with the title that they held on the day
 * on which the photo was taken (null: today's).
 */
export function completeNames(typed: string, people: readonly Person[], day: string | null): NameCompletion[] {
  const wanted = typed.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
  if (wanted === '' || (/^[a-z]$/u.test(wanted) && people.length > most)) return []
  return people
    .filter((person) => keys(person).some((key) => key.startsWith(wanted)))
    .slice(0, most)
    .map((person) => ({ name: person.name, ...titled(person, day) }))
}

function keys(person: Person): readonly string[] {
  const known = keysOf.get(person)
  if (known) return known
  const all = [person.name, ...person.otherNames].flatMap((name) => creditKeys(name))
  keysOf.set(person, all)
  return all
}

function titled(person: Person, day: string | null): Pick<NameCompletion, 'title' | 'text'> {
  const [held] = titlesAt(person, day)
  if (!held) return { title: '', text: person.name }
  const isChinese = /\p{Script=Han}/u.test(person.name)
  if (isChinese) return { title: held.organisation + held.title, text: held.organisation + held.title + person.name }
  const title = [held.title, held.organisation].filter((part) => part !== '').join(', ')
  return { title, text: `${person.name}, ${title}` }
}
