import { z } from 'zod'
import { JobId } from '../job.js'
import { PhotoQuery } from '../photo-query.js'
import { PhotoId } from '../photo.js'

/** What a command takes and what it answers. */
export function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { input, output }
}

export const nothing = z.object({})
export const folder = z.string().min(1)
export const jobStarted = z.object({ jobId: JobId })
export const ids = z.array(PhotoId).min(1)
export const paths = z.array(z.string().min(1)).min(1)
/** How many photos a mutation touched; 0 when everything already was as asked. */
export const changed = z.object({ changed: z.int() })
/** A slice of a listing. */
export const page = { query: PhotoQuery, offset: z.int().nonnegative(), limit: z.int().positive() }
