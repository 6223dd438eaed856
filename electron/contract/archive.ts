import { z } from 'zod'

/** Who holds an archive's lock. */
export const LockHolder = z.object({
  host: z.string(),
  pid: z.int(),
  user: z.string(),
  since: z.iso.datetime(),
})
export type LockHolder = z.infer<typeof LockHolder>

/** Something that was found damaged on opening and was put right, to be told to the user. */
export const Repair = z.object({
  kind: z.enum([
    'volume-from-backup',
    'volume-lost',
    'story-from-backup',
    'settings-from-backup',
    'desk-from-backup',
    'journal-cut',
    'index-rebuilt',
  ]),
  file: z.string(),
  message: z.string(),
})
export type Repair = z.infer<typeof Repair>

export const ArchiveInfo = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The archive's folder, absolute. */
  folder: z.string(),
  /** Where thumbnails and previews stand, absolute; the only folder that the window may read pictures from. */
  cacheFolder: z.string(),
  photoCount: z.int().nonnegative(),
  storyCount: z.int().nonnegative(),
  readOnly: z.boolean(),
  /** Set when the archive is read-only because somebody else has it open. */
  lockedBy: LockHolder.nullable(),
  repairs: z.array(Repair),
})
export type ArchiveInfo = z.infer<typeof ArchiveInfo>
