import type { DeskRecord, Photo } from '#contract'
import { foldText } from '../credits/folded-text.js'
import { linkedNames, usesIn } from './linked-names.js'
import { ownNames } from './photo-facts.js'

export interface PlaceInText {
  /** UTF-16 units. */
  readonly at: number
  readonly end: number
  /** It stands inside a longer name or word. */
  readonly doubtful: boolean
}

/** Names that a text may hold beside the wording: the desk's and a photo's own. */
export interface KnownNames {
  readonly desk: readonly DeskRecord[]
  readonly photo: Pick<Photo, 'people' | 'creators' | 'creditParts'>
}

/** Of a text that belongs to no photo. */
export const nobody: KnownNames['photo'] = Object.freeze({ people: [], creators: [], creditParts: null })

/** Every place of a text that holds a wording, in whichever characters, from the left. Places never overlap. */
export function findWording(text: string, wording: string, { desk, photo }: KnownNames): PlaceInText[] {
  const wanted = foldText(wording).folded
  const { folded } = foldText(text)
  if (wanted === '' || !folded.includes(wanted)) return []
  const own = ownNames(photo, [{ id: '', text: wording }])
  const sure = new Set(usesIn(text, linkedNames(desk), own).flatMap(({ at, use }) => (use.id === '' ? [at] : [])))
  const places: PlaceInText[] = []
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length)) {
    places.push({ at, end: at + wanted.length, doubtful: !sure.has(at) })
  }
  return places
}
