import { z } from 'zod'
import { Facets, FacetName, PhotoQuery, QueryProblem } from '../photo-query.js'
import { PhotoId } from '../photo.js'
import { PhotoField } from '../photo-fields.js'
import { command } from './command.js'

const typed = z.string().max(2_000)
const spans = z.array(z.object({ from: z.int().nonnegative(), to: z.int().nonnegative() }))

export const searchCommandTable = {
  /** Counts what the photos of a query have; `values` of each facet at most. */
  'search.facets': command(z.object({ query: PhotoQuery, values: z.int().positive().max(500).default(30) }), Facets),
  /** What is wrong in a typed query; nothing where all of it is understood. */
  'search.check': command(z.object({ text: typed }), z.object({ problems: z.array(QueryProblem) })),
  /** Where the words of a typed query stand in photos' fields, offsets in UTF-16 units; in lists, of the item `at`. */
  'search.highlight': command(
    z.object({ text: typed, ids: z.array(PhotoId).max(500) }),
    z.object({
      photos: z.array(
        z.object({
          id: PhotoId,
          fields: z.array(
            z.object({ field: z.union([PhotoField, z.literal('file')]), at: z.int().nonnegative(), spans }),
          ),
        }),
      ),
    }),
  ),
  /** Values that the part before the caret may go on with: names of fields, and values of the field that is being typed. */
  'search.complete': command(
    z.object({ text: typed, caret: z.int().nonnegative() }),
    z.object({
      completions: z.array(
        z.object({
          /** What stands from here to the caret is replaced. */
          from: z.int().nonnegative(),
          text: z.string(),
          facet: FacetName.nullable(),
          count: z.int(),
        }),
      ),
    }),
  ),
} as const
