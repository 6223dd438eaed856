import { z } from 'zod'
import { DeskRecordId } from './desk-record-id.js'
import { Failure, JobId } from './failure.js'
import { PhotoId, Sha256 } from './photo.js'
import { StoryId } from './story.js'

/** What may be chosen for a whole import before it starts. */
export const ImportChoices = z.object({
  /** The photos are added to this story. */
  storyId: StoryId.optional(),
  /** Names under which originals are stored, such as `{date}-{slug}-{seq:3}`; null keeps their own. A photo's `file` keeps its own always. */
  rename: z.string().min(1).max(500).nullable().default(null),
  /** Originals stand in the folder of the day on which they were taken, where that is known; else of the day they come in. */
  byDayTaken: z.boolean().default(false),
  /** A template of the desk that fills the photos that come in, beside those that fill every import. */
  templateId: DeskRecordId.nullable().default(null),
})
export type ImportChoices = z.infer<typeof ImportChoices>

/** What a chosen path turned out to be. */
export const SourceKind = z.enum(['file', 'folder', 'card', 'zip', 'document', 'message', 'chat', 'bundle'])
export type SourceKind = z.infer<typeof SourceKind>

/** A small picture of a file, behind `cutline-photo://<kind>/<name>`: of a photo that is there, or made for the plan. */
export const PlannedPicture = z.object({ kind: z.enum(['thumbnail', 'planned']), name: Sha256 })
export type PlannedPicture = z.infer<typeof PlannedPicture>

/** What would become of one file. */
export const PlannedFile = z.object({
  file: z.string(),
  bytes: z.int().nonnegative(),
  /** It comes in; the archive holds it already; it is handed in twice; it cannot come in. */
  outcome: z.enum(['new', 'there', 'again', 'refused']),
  /** The photo that holds these bytes already. */
  id: PhotoId.nullable(),
  /** Why it cannot come in. */
  problem: Failure.nullable(),
  /** Where it would stand in the archive; empty where it does not come in. */
  storedAs: z.string(),
  /** The text that comes with it from beside it: a document, a chat. */
  caption: z.string(),
  credit: z.string(),
  /** A chat program seems to have recompressed it. */
  recompressed: z.boolean(),
  /** null where it would take long to make, and of files that do not come in. Gone an hour later. */
  picture: PlannedPicture.nullable(),
})
export type PlannedFile = z.infer<typeof PlannedFile>

/** What an import would do; nothing has been changed. */
export const ImportPlan = z.object({
  sources: z.array(z.object({ kind: SourceKind, name: z.string() })),
  files: z.array(PlannedFile),
  /** What could not be opened or looked through at all. */
  failed: z.array(Failure),
  skipped: z.array(z.object({ file: z.string(), reason: z.string() })),
  /** Bytes of all that is new, and what the archive's disk has free; null where it does not say. */
  bytesNeeded: z.int().nonnegative(),
  bytesFree: z.int().nonnegative().nullable(),
})
export type ImportPlan = z.infer<typeof ImportPlan>

/** An import that was interrupted, by quitting or by a crash. */
export const UnfinishedImport = z.object({
  id: JobId,
  startedAt: z.iso.datetime(),
  paths: z.array(z.string()),
  total: z.int().nonnegative(),
  /** Files that have not come in yet. */
  left: z.int().nonnegative(),
})
export type UnfinishedImport = z.infer<typeof UnfinishedImport>

/** The folder whose new photos come in by themselves. */
export const WatchedFolder = z.object({
  /** Absolute; null where none was chosen. */
  folder: z.string().nullable(),
  on: z.boolean(),
  /** The story that its photos are added to. */
  storyId: StoryId.nullable(),
})
export type WatchedFolder = z.infer<typeof WatchedFolder>

/** The same, with how it goes: `problem` says why nothing is watched although it is on. */
export const Watching = WatchedFolder.extend({ problem: z.string().nullable() })
export type Watching = z.infer<typeof Watching>
