import type { Person } from '#contract'
import { pinyin } from 'pinyin-pro'
import { foldText } from '../credits/folded-text.js'
import { titlesAt } from '../people/dated-titles.js'
import type { Found, Rule } from './check-photo.js'

/** Somebody is marked in the picture whom the caption does not name. */
export const personMissing: Rule = ({ caption, people }) => {
  const text = foldText(caption).folded
  return people
    .filter((name) => name.trim() !== '' && !text.includes(foldText(name).folded))
    .map((name): Found => ({ values: { name }, fix: null }))
}

/** What may stand around a name; inside a longer word, likeness is chance. */
const edge = /^$|[\s、,，。;；:：()（）《》「」『』“”和與与及為为是由向對对在]/u

/** A name one character off a known one, where the two sound alike or the difference is the only one of three. */
export const nameNear: Rule = ({ caption }, { people }) => {
  const text = foldText(caption).folded
  const known = new Set(people.flatMap((person) => namesOf(person).map((name) => foldText(name).folded)))
  return [...known]
    .filter((name) => /^\p{Script=Han}{2,4}$/u.test(name) && !text.includes(name))
    .flatMap((name): Found[] => {
      const written = nearIn(text, name, known)
      if (written === null) return []
      const at = text.indexOf(written)
      return [{ values: { written: caption.slice(at, at + written.length), known: spelled(people, name) }, fix: null }]
    })
}

function nearIn(text: string, name: string, known: ReadonlySet<string>): string | null {
  for (let at = 0; at + name.length <= text.length; at++) {
    const run = text.slice(at, at + name.length)
    const off = Array.from(name).filter((character, place) => character !== run[place]).length
    if (off !== 1 || known.has(run) || !/^\p{Script=Han}+$/u.test(run)) continue
    const isBounded = edge.test(text.charAt(at + name.length)) || edge.test(text.charAt(at - 1))
    const soundsAlike = plainPinyin(run) === plainPinyin(name)
    // With two characters only, one of two is too little: 張三 and 張四 are two people.
    if (isBounded && (soundsAlike || (name.length >= 3 && run.startsWith(name.charAt(0))))) return run
  }
  return null
}

function plainPinyin(text: string): string {
  return pinyin(text, { toneType: 'none' })
}

/** Somebody is given a title of another time. */
export const titleDiffers: Rule = ({ caption, takenAt }, { people }) => {
  const text = foldText(caption).folded
  return people.flatMap((person): Found[] => {
    const at = namesOf(person)
      .map((name) => text.indexOf(foldText(name).folded))
      .find((place) => place > 0)
    if (at === undefined || person.titles.length === 0) return []
    const before = /[^、,，。;；:：\s]*$/u.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? ''
    const valid = titlesAt(person, takenAt)
    const isWritten = ({ title }: { title: string }) => before.endsWith(foldText(title).folded)
    const wrong = person.titles.find((title) => isWritten(title) && !valid.includes(title))
    const [right] = valid
    if (wrong === undefined || right === undefined || valid.some(isWritten)) return []
    const start = at - wrong.title.length
    const fixed = caption.slice(0, start) + right.title + caption.slice(at)
    return [{ values: { name: person.name, written: wrong.title, valid: right.title }, fix: { caption: fixed } }]
  })
}

function namesOf({ name, otherNames }: Person): string[] {
  return [name, ...otherNames]
}

/** As the roster writes it. */
function spelled(people: readonly Person[], folded: string): string {
  return people.flatMap(namesOf).find((name) => foldText(name).folded === folded) ?? folded
}
