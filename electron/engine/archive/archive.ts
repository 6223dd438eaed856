import type {
  DeskRecord,
  EditKind,
  Entry,
  LockHolder,
  Mutation,
  Photo,
  PhotoId,
  Repair,
  Story,
  StoryId,
} from '#contract'
import type { Deletion } from './deletions.js'
import type { CurrentRecords } from './undo.js'

/** What one entry changed, with whole records, for those who follow the archive (the index, the window). */
export interface ArchiveChange {
  entry: Entry
  /** Each volume and story touched, with the number of the last entry in it. */
  stamps: Record<string, number>
  photos: { volume: string; photo: Photo }[]
  /** Photos that were deleted for good. */
  removedPhotos: { volume: string; id: PhotoId }[]
  stories: Story[]
  removedStories: StoryId[]
  /** Whether a record of the desk is among it. */
  desk: boolean
}

/**
 * The truth: photo records, stories and their histories. Asynchronous and free of file-system types, so that a shared
 * desk can keep the same promises on a server later.
 */
export interface Archive {
  readonly id: string
  readonly name: string
  readonly readOnly: boolean
  /** Who has it open for writing, where that is the reason for being read-only. */
  readonly lockedBy: LockHolder | null
  readonly repairs: readonly Repair[]

  counts(): { photos: number; stories: number }
  /** Photos by id in the order asked; unknown ids are left out. */
  photos(ids: readonly PhotoId[]): Promise<Photo[]>
  story(id: StoryId): Promise<Story | null>
  stories(): Promise<Story[]>
  /** Every entry that touched these photos and stories, oldest first, with only their mutations. */
  historyOfAll(of: { photos: readonly PhotoId[]; stories: readonly StoryId[] }): Promise<Entry[]>
  /** House style, templates, codes, people, house rules. */
  desk(): readonly DeskRecord[]

  /**
   * Every entry that touched a photo or a story, oldest first, with only its own mutations; read as it is asked for, from one
   * volume's or story's history. None where it never was.
   */
  history(of: { photo: PhotoId } | { story: StoryId }): AsyncIterable<Entry>
  /** Every deletion for good, oldest first. */
  deletions(): AsyncIterable<Deletion>
  /** Deletions whose files may still be there: a crash came between record and files. */
  unsweptDeletions(): readonly Deletion[]
  /** The files of all deletions up to an entry are gone for good. */
  markSwept(seq: number): Promise<void>

  /** Every volume and story with the number of the last entry in it. */
  stamps(): Map<string, number>
  /** The records of one volume. Rejects with `archive-damaged` where it cannot be read. */
  volume(unit: string): Promise<readonly Photo[]>
  /** Names of what cannot be read and has no backup. */
  lost(): string[]

  /** Rejects with `archive-read-only` or `archive-locked` where a change would be refused. */
  requireWritable(): Promise<void>
  /**
   * Makes one change. `build` looks at what is there now and answers what to change; no other change comes between.
   * Resolves with the entry when it is on disk, or with null when there was nothing to change. Rejects with
   * `archive-read-only`, `archive-locked` (the lock was lost), `disk-full`; nothing is changed then.
   */
  commit(kind: EditKind, build: (current: CurrentRecords) => Promise<Mutation[]> | Mutation[]): Promise<Entry | null>
  /** Calls back after each change, in order, when it is durable. Answers a function that stops. */
  onChange(listener: (change: ArchiveChange) => void): () => void
  /** Moves what the journal holds into volumes, stories and histories. */
  checkpoint(): Promise<void>
  close(): Promise<void>
}
