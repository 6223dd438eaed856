import { foldText } from '../credits/folded-text.js'
import { numberInName, wordsInName } from './file-name-clues.js'
import { timeGroups } from './time-groups.js'

export interface CaptionToMatch {
  readonly caption: string
  /** People whom its credit names. */
  readonly names: readonly string[]
}

export interface PhotoToMatch {
  readonly id: string
  readonly file: string
  /** As a camera states it; null where unknown. */
  readonly takenAt: string | null
  readonly caption: string
}

export interface Match {
  photoId: string
  /** Place among the captions, from 0. */
  caption: number
  reason: 'same-text' | 'file-name' | 'number' | 'order' | 'time'
}

/** Shorter texts are alike by chance. */
const shortest = 10

/**
 * Which caption may belong to which photo: suggestions, at most one for a photo; a caption may be suggested for several. Photos
 * come in the story's order. What the texts say counts before what files are called, and that before order and time.
 */
export function suggestMatches(captions: readonly CaptionToMatch[], photos: readonly PhotoToMatch[]): Match[] {
  if (captions.length === 0) return []
  const matches = [...byText(captions, photos), ...byFileName(captions, photos)]
  const found = new Map<string, Match>()
  for (const match of matches) if (!found.has(match.photoId)) found.set(match.photoId, match)
  const taken = new Set([...found.values()].map(({ caption }) => caption))
  const rest = photos.filter(({ id }) => !found.has(id))
  const free = captions.map((_, place) => place).filter((place) => !taken.has(place))
  const others = byNumber(captions.length, rest) ?? byOrder(free, rest) ?? byTime(free, rest) ?? []
  return [...found.values(), ...others]
}

function byText(captions: readonly CaptionToMatch[], photos: readonly PhotoToMatch[]): Match[] {
  const texts = captions.map(({ caption }) => plain(caption))
  return photos.flatMap(({ id, caption }): Match[] => {
    const own = plain(caption)
    if (own.length < shortest) return []
    const places = texts.flatMap((text, place) =>
      text.length >= shortest && (text.includes(own) || own.includes(text)) ? [place] : [],
    )
    return only(places, (place) => ({ photoId: id, caption: place, reason: 'same-text' }))
  })
}

function byFileName(captions: readonly CaptionToMatch[], photos: readonly PhotoToMatch[]): Match[] {
  const texts = captions.map(({ caption, names }) => `${plain(caption)} ${names.map(plain).join(' ')}`)
  return photos.flatMap(({ id, file }): Match[] => {
    const words = wordsInName(file)
    const places = texts.flatMap((text, place) => (words.some((word) => text.includes(word)) ? [place] : []))
    return only(places, (place) => ({ photoId: id, caption: place, reason: 'file-name' }))
  })
}

function byNumber(count: number, photos: readonly PhotoToMatch[]): Match[] | null {
  const numbers = photos.map(({ file }) => numberInName(file))
  const isWhole = numbers.every((number) => number !== null && number >= 1 && number <= count)
  if (!isWhole || photos.length === 0 || new Set(numbers).size < numbers.length) return null
  return photos.map(({ id }, at) => ({ photoId: id, caption: (numbers[at] ?? 1) - 1, reason: 'number' }))
}

function byOrder(free: readonly number[], photos: readonly PhotoToMatch[]): Match[] | null {
  if (free.length !== photos.length) return null
  return photos.map(({ id }, at) => ({ photoId: id, caption: free[at] ?? 0, reason: 'order' }))
}

function byTime(free: readonly number[], photos: readonly PhotoToMatch[]): Match[] | null {
  const timed = photos.flatMap(({ id, takenAt }) =>
    takenAt?.includes('T') ? [{ id, moment: Date.parse(takenAt.slice(0, 19)) }] : [],
  )
  if (timed.length < photos.length || free.length >= photos.length) return null
  timed.sort((a, b) => a.moment - b.moment)
  const ends = timeGroups(
    timed.map(({ moment }) => moment),
    free.length,
  )
  if (ends === null) return null
  return timed.map(({ id }, at) => {
    const group = ends.findIndex((end) => at < end)
    return { photoId: id, caption: free[group] ?? 0, reason: 'time' }
  })
}

function only(places: readonly number[], match: (place: number) => Match): Match[] {
  const [place, ...others] = places
  return place === undefined || others.length > 0 ? [] : [match(place)]
}

/** Simplified, without signs and blanks. */
function plain(text: string): string {
  return foldText(text).folded.replace(/[\s\p{P}\p{S}]+/gu, '')
}
