import { InvalidArgumentError } from 'commander'
import { exportPresets, PhotoId, StoryId } from '#contract'

/** What commander calls for each word of the command line; what they throw ends as wrong usage, exit 2. */

export function photoId(word: string): PhotoId {
  const parsed = PhotoId.safeParse(word.toLowerCase())
  if (!parsed.success) throw new InvalidArgumentError(`This is no photo id. "cutline list <archive>" prints them.`)
  return parsed.data
}

/** For an argument that takes several words: commander hands over those before. */
export function photoIds(word: string, before: PhotoId[] | undefined): PhotoId[] {
  return [...(before ?? []), photoId(word)]
}

export function storyId(word: string): StoryId {
  const parsed = StoryId.safeParse(word.toLowerCase())
  if (!parsed.success)
    throw new InvalidArgumentError(`This is no story id. "cutline story list <archive>" prints them.`)
  return parsed.data
}

/** A whole number of at least `least`. */
export function wholeNumber(least: number): (word: string) => number {
  return (word) => {
    const number = Number(word)
    if (!/^\d+$/.test(word) || !Number.isSafeInteger(number) || number < least) {
      throw new InvalidArgumentError(`It must be a whole number of at least ${least}.`)
    }
    return number
  }
}

/** A folder or file: an empty word would silently mean the current folder. */
export function nonEmpty(word: string): string {
  if (word === '') throw new InvalidArgumentError('It is empty.')
  return word
}

/** A preset that comes with Cutline, by its name, or one of an archive's own, by its id. */
export function presetId(word: string): string {
  const names = exportPresets.map(({ id }) => id)
  // Ids that the window gives to a desk's records (RFC 9562, section 4).
  if (names.includes(word) || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(word)) return word
  throw new InvalidArgumentError(`Choose one of ${names.join(', ')}, or name one of the archive’s own by its id.`)
}
