import { z } from 'zod'
import { ErrorCode } from './errors.js'

export const JobId = z.uuid()
export type JobId = z.infer<typeof JobId>

/** One item that a job could not do, by name and reason. */
export const Failure = z.object({ file: z.string(), code: ErrorCode, message: z.string() })
export type Failure = z.infer<typeof Failure>
