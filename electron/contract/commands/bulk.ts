import { z } from 'zod'
import { DeskRecordId } from '../desk-record-id.js'
import { TemplateField } from '../desk.js'
import { PhotoId } from '../photo.js'
import { StoryId } from '../story.js'
import { PhotoFieldChanges } from '../photo-fields.js'
import { command, changed, ids, jobStarted } from './command.js'
import { Rewriting } from './photos.js'

/** What a change over a selection does, or would do: the first 200 photos, `changed` counts all. */
const preview = changed.extend({
  /** Photos that cannot be changed so, and stay: dates that are not known, say. */
  skipped: z.int(),
  changes: z.array(z.object({ photoId: PhotoId, file: z.string(), before: z.string(), after: z.string() })),
})
const keywords = z.array(z.string().max(500)).max(200)

/** What a change over very many photos does to each. */
export const BulkChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fields'), set: PhotoFieldChanges }),
  /** Fields copied from another photo. */
  z.object({ kind: z.literal('paste'), set: PhotoFieldChanges }),
  z.object({ kind: z.literal('rewrite'), fields: z.array(TemplateField).min(1), how: Rewriting }),
  /** From a template of the desk; `{seq}` counts in the order of the photos. */
  z.object({ kind: z.literal('template'), templateId: DeskRecordId, storyId: StoryId.nullable().default(null) }),
  z.object({ kind: z.literal('keywords'), add: keywords, remove: keywords }),
  z.object({ kind: z.literal('dates'), minutes: z.int().min(-52_560_000).max(52_560_000) }),
  z.object({
    kind: z.literal('titles'),
    template: z.string().min(1).max(500),
    slug: z.string().max(200).default(''),
  }),
  /** One change of two stories, which cannot be stopped halfway: no photo is ever in neither. */
  z.object({ kind: z.literal('move'), from: StoryId, to: StoryId }),
])
export type BulkChange = z.infer<typeof BulkChange>

/** From so many photos on, a change is work with progress that can be cancelled. */
export const manyPhotos = 1_000

/** Changes over a whole selection, however large: one entry, which one Undo takes back. With `apply` false nothing is changed. */
export const bulkCommandTable = {
  /** Moves the time when photos were taken; a camera's clock was wrong by so many minutes. Days alone move by whole days. */
  'photos.shiftDates': command(
    z.object({ ids, minutes: z.int().min(-52_560_000).max(52_560_000), apply: z.boolean() }),
    preview,
  ),
  /**
   * Names photos by a template as import has it (`{date}-{slug}-{seq:3}`), counted in the order given. The name is the photo's title
   * (IPTC Title), which goes along into every copy; originals keep the names and places they came with.
   */
  'photos.nameByTemplate': command(
    z.object({ ids, template: z.string().min(1).max(500), slug: z.string().max(200).default(''), apply: z.boolean() }),
    preview,
  ),
  /** Adds and removes keywords; all others stay. A keyword with levels is `體育|游泳`; removing `體育` takes it along. */
  'photos.changeKeywords': command(z.object({ ids, add: keywords, remove: keywords }), changed),
  /** Takes photos out of one story and adds them to another, at its end, with the captions that were printed with them. */
  'stories.movePhotos': command(z.object({ from: StoryId, to: StoryId, photoIds: ids }), changed),
  /**
   * The same changes over very many photos, as a job: some hundred photos at a time, so that other edits come in between. Cancelling
   * keeps what was changed so far; one Undo takes all of it back.
   */
  'bulk.start': command(z.object({ ids, change: BulkChange }), jobStarted),
} as const
