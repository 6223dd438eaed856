import type { Person, Photo } from '#contract'
import { creditKeys } from '../credits/credit-keys.js'
import { completeNames, type NameCompletion } from './complete-names.js'
import { namesInCaption } from './names-in-caption.js'
import { titlesAt } from './dated-titles.js'

/** More than that is no help. */
const most = 9

/**
 * Names for somebody in a photo: its people and those in its caption first, then the desk's, as far as they begin as typed (by their
 * characters in either script, pinyin initials or whole pinyin). Without anything typed, the photo's own alone.
 */
export function suggestNames(
  typed: string,
  { people, caption, takenAt }: Pick<Photo, 'people' | 'caption' | 'takenAt'>,
  roster: readonly Person[],
): Pick<NameCompletion, 'name' | 'title'>[] {
  const wanted = typed.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
  const own = [...new Set([...people, ...namesInCaption(caption, roster)])]
    .filter((name) => wanted === '' || creditKeys(name).some((key) => key.startsWith(wanted)))
    .map((name) => ({ name, title: titleOf(name, roster, takenAt) }))
  const known = completeNames(typed, roster, takenAt).filter(({ name }) => own.every((each) => each.name !== name))
  return [...own, ...known.map(({ name, title }) => ({ name, title }))].slice(0, most)
}

function titleOf(name: string, roster: readonly Person[], day: string | null): string {
  const person = roster.find((each) => each.name === name || each.otherNames.includes(name))
  const [held] = person === undefined ? [] : titlesAt(person, day)
  return held === undefined ? '' : held.organisation + held.title
}
