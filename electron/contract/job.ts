import { z } from 'zod'
import { BundlePlan, BundleTaken } from './bundle-return.js'
import { ErrorCode, WireError } from './errors.js'
import { Failure, JobId } from './failure.js'
import { ImportPlan } from './import.js'
import { Sent } from './destination.js'
import { Companion, PhotoId, Sha256 } from './photo.js'
import { Receipt } from './receipt.js'
import { SidecarCounts, SidecarDamage } from './sidecar.js'
import { StoryId } from './story.js'
import { SimilarPhoto } from './twins.js'

export { Failure, JobId }

export const ImportResult = z.object({
  imported: z.array(z.object({ id: PhotoId, file: z.string(), sha256: Sha256 })),
  /** `id` is the photo that already holds these bytes. */
  duplicates: z.array(z.object({ id: PhotoId, file: z.string() })),
  /** Files that came along with a photo, or joined one that was there: raws of pairs, movies of live photos, sidecars. */
  companions: z.array(z.object({ id: PhotoId, file: z.string(), kind: Companion.shape.kind })),
  failed: z.array(Failure),
  /** Photos that came in and look like one that was there or came with them, the nearest first. */
  similar: z.array(SimilarPhoto),
  /** Files that came in, with something the user should know: metadata that could not be read, say. */
  warnings: z.array(Failure),
  /** Files that are no photos and were left alone: folders' own files. */
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
  /** Photos that were exported, with something the user should know. */
  warnings: z.array(Failure).default([]),
  /** What was found when every file was opened again; it is kept in the bundle as receipt.json. */
  receipt: Receipt.nullable().default(null),
  /** Where it was sent; null where nobody asked for it, or sending failed, which `failed` says. */
  sent: Sent.nullable().default(null),
  /** Photos whose pictures were taken from an earlier export of the same original with the same choices. */
  reused: z.int().nonnegative().default(0),
})
export type ExportResult = z.infer<typeof ExportResult>

export const VerifyResult = z.object({
  photos: z.int(),
  bytes: z.int(),
  problems: z.array(z.object({ code: ErrorCode, file: z.string(), photoId: PhotoId.optional(), message: z.string() })),
  /** Absent where the desk keeps no sidecars. */
  sidecars: SidecarCounts.optional(),
})
export type VerifyResult = z.infer<typeof VerifyResult>

export const RebuildResult = z.object({
  from: z.enum(['catalog', 'originals']),
  photos: z.int(),
  thumbnails: z.int(),
  failed: z.array(Failure),
})
export type RebuildResult = z.infer<typeof RebuildResult>

export const SidecarsResult = z.object({
  mode: z.enum(['write', 'check']),
  /** Photos looked at. */
  photos: z.int(),
  written: z.int(),
  ...SidecarCounts.shape,
  /** Sidecars that another program has changed, by their paths in the archive. */
  differingFiles: z.array(z.string()),
  /** Where nothing may be written, `kept` is where it stands still. */
  damagedFiles: z.array(SidecarDamage),
  failed: z.array(Failure),
})
export type SidecarsResult = z.infer<typeof SidecarsResult>

/** A change over many photos. One that was cancelled keeps what it had changed; one Undo takes all of that back. */
export const EditResult = z.object({
  changed: z.int(),
  /** Photos that could not be changed so, and stayed: dates that are not known, say. */
  skipped: z.int(),
  total: z.int(),
})
export type EditResult = z.infer<typeof EditResult>

/** Each kind of long work with the shape of what it returns. */
export const jobResults = {
  import: ImportResult,
  plan: ImportPlan,
  export: ExportResult,
  verify: VerifyResult,
  rebuild: RebuildResult,
  sidecars: SidecarsResult,
  edit: EditResult,
  'bundle-plan': BundlePlan,
  'bundle-take': BundleTaken,
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
  /** It waits until somebody resumes it. */
  paused: z.boolean(),
})
export type JobProgress = z.infer<typeof JobProgress>

/** How a job ended, with what it did. A cancelled job says what it had finished; a cancelled export leaves nothing. */
export const JobFinished = z.discriminatedUnion('kind', [
  z.object({ jobId: JobId, kind: z.literal('import'), cancelled: z.boolean(), result: ImportResult }),
  z.object({ jobId: JobId, kind: z.literal('plan'), cancelled: z.boolean(), result: ImportPlan }),
  z.object({ jobId: JobId, kind: z.literal('export'), cancelled: z.boolean(), result: ExportResult }),
  z.object({ jobId: JobId, kind: z.literal('verify'), cancelled: z.boolean(), result: VerifyResult }),
  z.object({ jobId: JobId, kind: z.literal('rebuild'), cancelled: z.boolean(), result: RebuildResult }),
  z.object({ jobId: JobId, kind: z.literal('sidecars'), cancelled: z.boolean(), result: SidecarsResult }),
  z.object({ jobId: JobId, kind: z.literal('edit'), cancelled: z.boolean(), result: EditResult }),
  z.object({ jobId: JobId, kind: z.literal('bundle-plan'), cancelled: z.boolean(), result: BundlePlan }),
  z.object({ jobId: JobId, kind: z.literal('bundle-take'), cancelled: z.boolean(), result: BundleTaken }),
])
export type JobFinished = z.infer<typeof JobFinished>

/** A job that could not go on at all; single items that fail are in its result. */
export const JobFailed = z.object({ jobId: JobId, kind: JobKind, error: WireError })
export type JobFailed = z.infer<typeof JobFailed>
