import { z } from 'zod'
import { ImageFormat } from './photo.js'
import { StoryId } from './story.js'
import { SortOrder } from './settings.js'

/** Days as the calendar has them, `2026-11-23`, both included; an end that is null is open. */
export const DayRange = z.object({ from: z.iso.date().nullable(), to: z.iso.date().nullable() })
export type DayRange = z.infer<typeof DayRange>

/** What a photo's texts and facts can be counted and narrowed by, where the values are not known beforehand. */
export const facetNames = [
  'credit',
  'creator',
  'person',
  'place',
  'keyword',
  'story',
  'collection',
  'camera',
  'label',
  'batch',
] as const
export const FacetName = z.enum(facetNames)
export type FacetName = z.infer<typeof FacetName>

/** What may speak against a use, or have to be known before one. `restricted` is any of them. */
export const rightsStates = ['embargoed', 'expired', 'do-not-use', 'sensitive', 'restricted'] as const
export const RightsState = z.enum(rightsStates)
export type RightsState = z.infer<typeof RightsState>

export const orientations = ['landscape', 'portrait', 'square'] as const
export const Orientation = z.enum(orientations)
export type Orientation = z.infer<typeof Orientation>

/** Values of which one must fit. A story's and a collection's value is its id; the empty text finds what has none. */
const anyOf = z.array(z.string().max(2_000)).max(200).default([])

/**
 * What narrows a listing beside its text. Filters of different kinds must all fit; within one kind, any of the values. Each stays out of
 * force while it is empty or null.
 */
export const PhotoFilters = z.object({
  credit: anyOf,
  creator: anyOf,
  person: anyOf,
  place: anyOf,
  keyword: anyOf,
  story: anyOf,
  collection: anyOf,
  camera: anyOf,
  label: anyOf,
  batch: anyOf,
  format: z.array(ImageFormat).default([]),
  orientation: z.array(Orientation).default([]),
  /** At least so many stars. */
  rating: z.int().min(1).max(5).nullable().default(null),
  flag: z.array(z.enum(['', 'pick', 'reject'])).default([]),
  /** Whether some story uses it. */
  used: z.boolean().nullable().default(null),
  rights: z.array(RightsState).default([]),
  taken: DayRange.nullable().default(null),
  /** Only photos without the date on which they were taken. */
  undated: z.boolean().default(false),
  imported: DayRange.nullable().default(null),
})
export type PhotoFilters = z.infer<typeof PhotoFilters>
export const noFilters: PhotoFilters = Object.freeze(PhotoFilters.parse({}))

/** A listing: which photos, in which order. */
export const PhotoQuery = z.object({
  /** Words to find, and filters as they are typed (`credit:通訊員 after:2026-11-01 -used`), see docs/search.md; empty lists everything. */
  text: z.string().max(2_000).default(''),
  filters: PhotoFilters.default(noFilters),
  storyId: StoryId.nullable().default(null),
  /** Only photos that lack this. */
  missing: z.enum(['caption', 'credit', 'either', 'original']).nullable().default(null),
  /** Instead of the photos in use, those that were set aside as lesser copies. */
  setAside: z.boolean().default(false),
  /** Instead of the photos in use, those in the trash. */
  trashed: z.boolean().default(false),
  sort: SortOrder.default('imported'),
})
export type PhotoQuery = z.infer<typeof PhotoQuery>

/** A value that photos have, with how many of those found have it. `label`: how it is shown, where that is another text (a story's headline). */
export const FacetValue = z.object({ value: z.string(), label: z.string(), count: z.int() })
export type FacetValue = z.infer<typeof FacetValue>

/** What the photos found have in common. Each filter's own counts leave that filter itself out, so that its other values stay choosable. */
export const Facets = z.object({
  total: z.int(),
  /** The most frequent values of each, and how many more there are. */
  values: z.record(FacetName, z.object({ values: z.array(FacetValue), more: z.int() })),
  format: z.array(FacetValue),
  orientation: z.array(FacetValue),
  /** Photos with exactly so many stars; `-1` rejected, `0` none. */
  rating: z.array(FacetValue),
  flag: z.array(FacetValue),
  used: z.object({ used: z.int(), unused: z.int() }),
  missing: z.object({ caption: z.int(), credit: z.int() }),
  rights: z.array(FacetValue),
  /** Photos by month, `2026-11`, oldest first; months without photos are left out. `undated` have no date. */
  taken: z.object({ months: z.array(z.object({ month: z.string(), count: z.int() })), undated: z.int() }),
  imported: z.object({ months: z.array(z.object({ month: z.string(), count: z.int() })) }),
})
export type Facets = z.infer<typeof Facets>

/** Something in a typed query that cannot be understood; the rest of the query counts. Offsets in UTF-16 units. */
export const QueryProblem = z.object({
  code: z.enum([
    'unknown-field',
    'date-wrong',
    'number-wrong',
    'value-wrong',
    'value-missing',
    'quote-open',
    'bracket-open',
    'bracket-extra',
  ]),
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  /** The part that is meant. */
  text: z.string(),
})
export type QueryProblem = z.infer<typeof QueryProblem>
