import { z } from 'zod'
import { DeskRecordId } from './desk-record-id.js'
import { DeskRecord } from './desk.js'
import { Photo, PhotoChanges, PhotoId } from './photo.js'
import { Story, StoryChanges, StoryId } from './story.js'

/** Why a group of mutations was made; the interface names it in its Undo entry. */
export const EditKind = z.enum([
  'import',
  'photo.edit',
  'story.create',
  'story.delete',
  'story.edit',
  'story.photos',
  'story.caption',
  'story.article',
  'photo.captions',
  'photo.template',
  'photo.rewrite',
  'photo.decode',
  'photo.credits',
  'photo.paste',
  'twins.keep',
  'twins.different',
  'twins.restore',
  'photo.original',
  'photo.sidecars',
  'photo.facts',
  'correction',
  'photo.regions',
  'photo.positions',
  'photo.trash',
  'photo.restore',
  'photo.delete',
  'photo.history',
  'photo.dates',
  'photo.titles',
  'photo.keywords',
  'story.move',
  'story.history',
  'export.override',
  'bundle.take',
  'collection',
  'desk',
  'undo',
  'redo',
  'rebuild',
])
export type EditKind = z.infer<typeof EditKind>

/**
 * A change that another archive made, kept beside this one's own. Fields are named as merging names them: a photo's own, a story's own
 * with `order` (the ids of its photos) and `printed:<photo id>`.
 */
export const ForeignChange = z.object({
  /** The same in every archive that knows of it. */
  id: z.string().min(1).max(200),
  at: z.iso.datetime(),
  by: z.string(),
  /** The archive in which it was made, by name; or the file that another program has changed. */
  from: z.string(),
  kind: EditKind,
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
})
export type ForeignChange = z.infer<typeof ForeignChange>

/**
 * Mutations are what the archive stores. Each holds both sides of the change, so that it can be undone, shown as
 * history and merged field by field with another copy of the archive.
 */
export const Mutation = z.discriminatedUnion('op', [
  z.object({ op: z.literal('photo.add'), photo: Photo }),
  z.object({ op: z.literal('photo.set'), id: PhotoId, before: PhotoChanges, after: PhotoChanges }),
  /** A photo was deleted for good; the whole record stays here. */
  z.object({ op: z.literal('photo.remove'), photo: Photo }),
  /**
   * What other archives did to a photo became known with a bundle, and what of it holds here from now on. It is no change of this
   * archive's own: `changes` are, each where it was made.
   */
  z.object({
    op: z.literal('photo.adopt'),
    id: PhotoId,
    before: PhotoChanges,
    after: PhotoChanges,
    changes: z.array(ForeignChange),
  }),
  z.object({ op: z.literal('story.add'), story: Story }),
  z.object({ op: z.literal('story.remove'), story: Story }),
  z.object({
    op: z.literal('story.set'),
    id: StoryId,
    before: StoryChanges,
    after: StoryChanges,
  }),
  /** The same for a story. */
  z.object({
    op: z.literal('story.adopt'),
    id: StoryId,
    before: StoryChanges,
    after: StoryChanges,
    changes: z.array(ForeignChange),
  }),
  /** A record of the desk came, changed or went; null where there is none. */
  z.object({
    op: z.literal('desk.put'),
    id: DeskRecordId,
    before: DeskRecord.nullable(),
    after: DeskRecord.nullable(),
  }),
])
export type Mutation = z.infer<typeof Mutation>

/** One acknowledged, durable, atomic change of the archive. `seq` counts up by one within an archive. */
export const Entry = z.object({
  seq: z.int().positive(),
  at: z.iso.datetime(),
  /** Who did it: the account name of the person at the keyboard. */
  by: z.string(),
  kind: EditKind,
  mutations: z.array(Mutation),
})
export type Entry = z.infer<typeof Entry>

/** What Undo and Redo would do now; null where there is nothing. */
export const UndoState = z.object({
  undo: z.object({ kind: EditKind, count: z.int() }).nullable(),
  redo: z.object({ kind: EditKind, count: z.int() }).nullable(),
})
export type UndoState = z.infer<typeof UndoState>
