import type { DatedTitle, Person } from '#contract'
import { foldText } from '../credits/folded-text.js'
import { organisationEnding } from '../credits/vocabulary.js'
import { titlesAt } from '../people/dated-titles.js'
import { convertScript } from '../rewriting/convert-script.js'
import type { Found, Rule } from './check-photo.js'
import { knownNames, namesOf, type NamedPlace, placesOfNames } from './known-names.js'

/** What makes another title of it, or says that it is over: 副縣長, 前縣長, 時任縣長. Folded. */
const otherwise = /(?:副|前|原|时任|前任|曾任|历任|首任|卸任|退休|代|代理|候任|准|荣誉|名誉|助理|执行)$/u

/** Somebody is given a title of another time. The fix puts the one of that day wherever the caption has the wrong one. */
export const titleDiffers: Rule = ({ caption, takenAt }, { people }) => {
  const titled = people.filter(({ titles }) => titles.length > 0)
  if (titled.length === 0) return []
  const text = foldText(caption).folded
  const places = placesOfNames(text, knownNames(people))
  if (places.length === 0) return []
  return titled.flatMap((person): Found[] => {
    const named = placesOf(person, text, places)
    if (named.length === 0) return []
    const valid = titlesAt(person, takenAt)
    if (valid.length === 0) return []
    const slips = named.flatMap(({ at }) => slipBefore(at, text, person, valid))
    const [first] = slips
    if (first === undefined) return []
    const written = caption.slice(first.start, first.end)
    const values = { name: person.name, written, valid: first.right.title }
    return [{ values, fix: fixed(caption, text, slips) }]
  })
}

/** Where the text names this person, and not somebody whose name is longer. */
function placesOf(person: Person, text: string, places: readonly NamedPlace[]): NamedPlace[] {
  const names = namesOf(person)
  return places.filter(({ at, end }) => names.some(({ folded }) => folded === text.slice(at, end)))
}

interface Slip {
  /** Bounds of the written title. */
  start: number
  end: number
  wrong: DatedTitle
  right: DatedTitle
}

/** The title that stands right before a name, where it is one of another time. */
function slipBefore(at: number, text: string, { titles }: Person, valid: readonly DatedTitle[]): Slip[] {
  const before =
    /[^、,，。;；:：!?！？()「」『』“”《》\s]{0,20}$/u.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? ''
  // 副縣長 ends with 縣長 and is another title: the longest is meant.
  const [wrong] = titles
    .filter(({ title }) => before.endsWith(foldText(title).folded))
    .sort((a, b) => b.title.length - a.title.length)
  if (wrong === undefined) return []
  const isHeld = valid.some(({ title }) => foldText(title).folded === foldText(wrong.title).folded)
  if (isHeld || otherwise.test(before.slice(0, -wrong.title.length))) return []
  const right = valid.find(({ organisation }) => organisation === wrong.organisation) ?? valid[0]
  return right === undefined ? [] : [{ start: at - wrong.title.length, end: at, wrong, right }]
}

/** The caption with the valid titles; null where it cannot be told what else must change with one. */
function fixed(caption: string, text: string, slips: readonly Slip[]): { caption: string } | null {
  let after = caption
  for (const { start, end, wrong, right } of [...slips].sort((a, b) => b.start - a.start)) {
    const title = inScriptOf(caption, right.title)
    if (title === null) return null
    const organisation = foldText(wrong.organisation).folded
    const isNamed = organisation !== '' && text.slice(0, start).endsWith(organisation)
    if (isNamed && right.organisation === wrong.organisation) {
      after = after.slice(0, start) + title + after.slice(end)
    } else if (isNamed) {
      const place = inScriptOf(caption, right.organisation)
      if (place === null) return null
      after = after.slice(0, start - organisation.length) + place + title + after.slice(end)
    } else if (new RegExp(`${organisationEnding}$`, 'u').test(text.slice(0, start))) {
      // 教育局局長: the organisation went with the title, and nobody said which it is now.
      return null
    } else {
      after = after.slice(0, start) + title + after.slice(end)
    }
  }
  return { caption: after }
}

/** A title in the characters of the caption; null where it has only simplified ones and the caption traditional. */
function inScriptOf(caption: string, title: string): string | null {
  const isTraditional = (text: string) => convertScript(text, 'zh-Hans', []) !== text
  const isSimplified = (text: string) => convertScript(text, 'zh-Hant', []) !== text
  if (isTraditional(caption)) return isSimplified(title) && !isTraditional(title) ? null : title
  return isSimplified(caption) ? convertScript(title, 'zh-Hans', []) : title
}
