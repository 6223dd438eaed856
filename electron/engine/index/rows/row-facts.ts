import { type FacetName, ImageFormat, type Photo } from '#contract'
import { marks, type RowFacts, states } from './columns.js'

export const flags = ['', 'pick', 'reject'] as const

/** The stories and collections that a photo stands in, by their ids. */
export interface Memberships {
  stories: readonly string[]
  collections: readonly string[]
}

/** What a photo has of each facet. */
export function facetsOf(photo: Photo, { stories, collections }: Memberships): [FacetName, string][] {
  const values: [FacetName, readonly string[]][] = [
    ['credit', [photo.credit]],
    ['creator', photo.creators],
    ['person', photo.people],
    ['place', [photo.place, photo.city]],
    ['keyword', photo.keywords],
    ['story', stories],
    ['collection', collections],
    ['camera', [photo.camera]],
    ['label', [photo.label]],
    ['batch', [photo.batch]],
  ]
  return values.flatMap(([facet, all]) =>
    [...new Set(all)].flatMap((value): [FacetName, string][] => (value === '' ? [] : [[facet, value]])),
  )
}

/** What the columns hold of a photo, all but its tags. */
export function factsOf(photo: Photo, { stories }: Memberships): Omit<RowFacts, 'tags'> {
  const bit = (is: boolean, mark: keyof typeof marks) => (is ? marks[mark] : 0)
  return {
    id: photo.id,
    state: stateOf(photo),
    imported: Date.parse(photo.importedAt),
    taken: photo.takenAt === null ? Number.NaN : wallClock(photo.takenAt),
    format: ImageFormat.options.indexOf(photo.format),
    orientation: photo.width > photo.height ? 0 : photo.width < photo.height ? 1 : 2,
    rating: photo.rating ?? 0,
    flag: flags.indexOf(photo.flag),
    marks:
      bit(photo.caption === '', 'lacksCaption') |
      bit(photo.credit === '', 'lacksCredit') |
      bit(photo.recompressed, 'recompressed') |
      bit(photo.doNotUse !== '', 'doNotUse') |
      bit(photo.sensitive !== '', 'sensitive') |
      bit(stories.length > 0, 'used'),
    captionLength: Math.min(captionLength(photo.caption), 65_535),
    embargo: photo.embargo === null ? 0 : Math.floor(wallClock(photo.embargo) / 60_000),
    expires: photo.expires === null ? 0 : Math.floor(wallClock(photo.expires) / 60_000),
  }
}

/** Code points: the house rule counts what a reader sees, which takes a hundred times as long and differs for emoji alone. */
function captionLength(caption: string): number {
  return /[\uD800-\uDBFF]/.test(caption) ? Array.from(caption).length : caption.length
}

export function stateOf({ trashedAt, twinOf }: Pick<Photo, 'trashedAt' | 'twinOf'>): number {
  if (trashedAt !== null) return states.trashed
  return twinOf === null ? states.inUse : states.setAside
}

/** A camera's time as it stands on the clock, whatever the zone: photographers sort by what the clock showed. */
export function wallClock(time: string): number {
  const local = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?)?/.exec(time)?.[0] ?? ''
  return Date.parse(local.length === 10 ? `${local}T00:00:00Z` : `${local}Z`)
}
