import { z } from 'zod'
import { CutlineError, DeskRecord, Entry, Photo, PhotoId, Story } from '#contract'
import { fromVersion1 } from './from-version-1.js'

/** archive.json */
export const ArchiveFile = z.object({
  schema: z.int().positive(),
  id: z.uuid(),
  name: z.string(),
  createdAt: z.iso.datetime(),
})
export type ArchiveFile = z.infer<typeof ArchiveFile>

/** What stands at the top of a volume file, so that opening an archive reads a few bytes of each volume. */
export const VolumeHeader = z.object({
  schema: z.int().positive(),
  volume: z.int().positive(),
  /** The last entry that this volume holds. */
  seq: z.int().nonnegative(),
  count: z.int().nonnegative(),
  /** Smallest and greatest id; null in an empty volume. */
  firstId: PhotoId.nullable(),
  lastId: PhotoId.nullable(),
})
export type VolumeHeader = z.infer<typeof VolumeHeader>

/** catalog/000001.json; the header's keys come first in the file. */
export const VolumeFile = z.object({ ...VolumeHeader.shape, photos: z.array(Photo) })
export type VolumeFile = z.infer<typeof VolumeFile>

/** stories/<id>.json */
export const StoryFile = z.object({ schema: z.int().positive(), seq: z.int().nonnegative(), story: Story })
export type StoryFile = z.infer<typeof StoryFile>

/** desk.json */
export const DeskFile = z.object({
  schema: z.int().positive(),
  seq: z.int().nonnegative(),
  records: z.array(DeskRecord),
})
export type DeskFile = z.infer<typeof DeskFile>

/** One line of a journal or a history. */
export const EntryLine = z.object({ schema: z.int().positive(), ...Entry.shape })
export type EntryLine = z.infer<typeof EntryLine>

/** The first line of a journal: the numbers of its entries come after `after`. */
export const JournalHeader = z.object({ journal: z.literal(1), after: z.int().nonnegative() })

/** Each kind of thing that carries a schema number. */
export type SchemaKind = 'archive' | 'volume' | 'story' | 'desk' | 'entry' | 'usage'

/** Turns what version n wrote into what version n + 1 reads; a kind that did not change has no function. */
export type MigrationStep = Partial<Record<SchemaKind, (value: Record<string, unknown>) => Record<string, unknown>>>

/** The version this program writes, and how it reads older ones: `steps[1]` leads from version 1 to 2. */
export interface Schema {
  version: number
  steps: Readonly<Record<number, MigrationStep>>
}

/**
 * Version 4 keeps what other archives did to a record (`photo.adopt`, `story.adopt`). Version 3 knows the whole IPTC field map, companions and what texts a photo uses; a record leaves out what it does not say, so
 * that version 2's records are read as they are.
 */
export const currentSchema: Schema = { version: 4, steps: { 1: fromVersion1 } }

const Numbered = z.looseObject({ schema: z.int().positive() })

/**
 * Brings a value read from disk to the current version, ready to be parsed. Throws `archive-too-new` for what a later
 * Cutline wrote, and an Error for a value without a schema number.
 */
export function migrate(value: unknown, kind: SchemaKind, schema: Schema): unknown {
  const from = Numbered.parse(value)
  if (from.schema > schema.version) {
    throw new CutlineError(
      'archive-too-new',
      `This archive was written by a newer Cutline (version ${from.schema} of its format; this program knows ${schema.version}). Nothing was changed; open it with the newer program.`,
      { found: from.schema, known: schema.version },
    )
  }
  let migrated: Record<string, unknown> = from
  for (let version = from.schema; version < schema.version; version += 1) {
    const step = schema.steps[version]?.[kind]
    migrated = { ...(step ? step(migrated) : migrated), schema: version + 1 }
  }
  return migrated
}
