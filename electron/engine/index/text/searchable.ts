import { type FacetName, facetNames, type Photo } from '#contract'
import { creditKeys } from '../../captions/credits/credit-keys.js'
import { words } from './fold.js'
import { lineOf } from './phrase.js'

/** Which part of a photo a line of its searchable text is: one letter before the line. */
export const parts = {
  caption: 'c',
  headline: 'h',
  credit: 'r',
  creators: 'a',
  keywords: 'k',
  people: 'p',
  place: 'l',
  /** The captions printed with it and the headlines of its stories. */
  stories: 's',
  file: 'f',
  /** Pinyin of names, and its initials. */
  pinyin: 'y',
} as const
export type Part = keyof typeof parts

/** What stories say of a photo. */
export interface InStories {
  headlines: readonly string[]
  printed: readonly string[]
}

/** A photo's searchable text: a line for each text and each item of a list, with a letter that says of which part it is. */
export function searchable(photo: Photo, { headlines, printed }: InStories): string {
  const lines: string[] = []
  const put = (part: Part, ...texts: readonly string[]) => {
    for (const text of texts) if (text !== '') lines.push(parts[part] + lineOf(words(text)))
  }
  put('caption', photo.caption)
  put('headline', photo.headline, photo.title)
  put('credit', photo.credit)
  put('creators', ...photo.creators)
  put('keywords', ...photo.keywords, photo.event)
  put('people', ...photo.people)
  put('place', photo.place, photo.city, photo.province, photo.country)
  put('stories', ...headlines, ...printed)
  put('file', photo.file)
  const names = new Set([...photo.people, ...photo.creators, photo.place, ...namesOf(photo)])
  for (const name of names) for (const reading of readings(name)) lines.push(parts.pinyin + reading)
  return lines.join('\n')
}

/** How a value of a facet is held among the terms. */
export function facetTerm(facet: FacetName, value: string): string {
  return `${facetNames.indexOf(facet)}:${value}`
}

function namesOf({ creditParts }: Photo): string[] {
  return (creditParts ?? []).flatMap(({ names, organisation }) => [...names, ...(organisation ? [organisation] : [])])
}

/** Reading a name costs a tenth of a millisecond, and an archive has the same names over and over. */
const known = new Map<string, readonly string[]>()
const mostKnown = 20_000

function readings(name: string): readonly string[] {
  if (!/\p{Script=Han}/u.test(name)) return []
  const there = known.get(name)
  if (there) return there
  if (known.size >= mostKnown) known.clear()
  // Keyboards have no ü: input methods take v.
  const found = creditKeys(name)
    .map((key) => key.replaceAll('ü', 'v'))
    .filter((key) => /^[a-z]{2,}$/u.test(key))
  known.set(name, found)
  return found
}
