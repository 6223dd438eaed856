import { z } from 'zod'
import { ErrorCode, WireError } from './errors.js'
import { PhotoId, Sha256 } from './photo.js'
import { StoryId } from './story.js'
import { SimilarPhoto } from './twins.js'

export const JobId = z.uuid()
export type JobId = z.infer<typeof JobId>

/** One item that a job could not do, by name and reason. */
export const Failure = z.object({ file: z.string(), code: ErrorCode, message: z.string() })
export type Failure = z.infer<typeof Failure>

export const ImportResult = z.object({
  imported: z.array(z.object({ id: PhotoId, file: z.string(), sha256: Sha256 })),
  /** `id` is the photo that already holds these bytes. */
  duplicates: z.array(z.object({ id: PhotoId, file: z.string() })),
  failed: z.array(Failure),
  /** Photos that came in and look like one that was there or came with them, the nearest first. */
  similar: z.array(SimilarPhoto),
  /** Files that came in, with something the user should know: metadata that could not be read, say. */
  warnings: z.array(Failure),
  /** Files that are no photos and were left alone: folders' own files, sidecars, movies. */
  skipped: z.array(z.object({ file: z.string(), reason: z.string() })),
})
export type ImportResult = z.infer<typeof ImportResult>

export const ExportResult = z.object({
  storyId: StoryId,
  /** The bundle folder, or the zip file; absolute. */
  destination: z.string(),
  files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: Sha256 })),
  bytes: z.int(),
  failed: z.array(Failure),
})
export type ExportResult = z.infer<typeof ExportResult>

export const VerifyResult = z.object({
  photos: z.int(),
  bytes: z.int(),
  problems: z.array(z.object({ code: ErrorCode, file: z.string(), photoId: PhotoId.optional(), message: z.string() })),
})
export type VerifyResult = z.infer<typeof VerifyResult>

export const RebuildResult = z.object({
  from: z.enum(['catalog', 'originals']),
  photos: z.int(),
  thumbnails: z.int(),
  failed: z.array(Failure),
})
export type RebuildResult = z.infer<typeof RebuildResult>

/** Each kind of long work with the shape of what it returns. */
export const jobResults = {
  import: ImportResult,
  export: ExportResult,
  verify: VerifyResult,
  rebuild: RebuildResult,
} as const
export type JobKind = keyof typeof jobResults
export type JobResult<K extends JobKind> = z.infer<(typeof jobResults)[K]>
export const JobKind = z.enum(Object.keys(jobResults) as [JobKind, ...JobKind[]])

export const JobProgress = z.object({
  jobId: JobId,
  kind: JobKind,
  /** What it is doing: finding files, working through them, finishing. */
  phase: z.enum(['scanning', 'working', 'finishing']),
  done: z.int(),
  total: z.int(),
  bytesDone: z.int(),
  bytesTotal: z.int(),
  /** The file or photo in hand; empty between two. */
  current: z.string(),
  /** Seconds; null until it can be told. */
  secondsLeft: z.number().nullable(),
  failed: z.int(),
})
export type JobProgress = z.infer<typeof JobProgress>

/** How a job ended, with what it did. A cancelled job says what it had finished; a cancelled export leaves nothing. */
export const JobFinished = z.discriminatedUnion('kind', [
  z.object({ jobId: JobId, kind: z.literal('import'), cancelled: z.boolean(), result: ImportResult }),
  z.object({ jobId: JobId, kind: z.literal('export'), cancelled: z.boolean(), result: ExportResult }),
  z.object({ jobId: JobId, kind: z.literal('verify'), cancelled: z.boolean(), result: VerifyResult }),
  z.object({ jobId: JobId, kind: z.literal('rebuild'), cancelled: z.boolean(), result: RebuildResult }),
])
export type JobFinished = z.infer<typeof JobFinished>

/** A job that could not go on at all; single items that fail are in its result. */
export const JobFailed = z.object({ jobId: JobId, kind: JobKind, error: WireError })
export type JobFailed = z.infer<typeof JobFailed>
