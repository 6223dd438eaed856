import { z } from 'zod'
import { DeskRecordId } from './desk-record-id.js'
import { DeskRecord } from './desk.js'
import { Photo, PhotoChanges, PhotoId } from './photo.js'
import { Story, StoryChanges, StoryId } from './story.js'

/**
 * Mutations are what the archive stores. Each holds both sides of the change, so that it can be undone, shown as
 * history and merged field by field with another copy of the archive.
 */
export const Mutation = z.discriminatedUnion('op', [
  z.object({ op: z.literal('photo.add'), photo: Photo }),
  z.object({ op: z.literal('photo.set'), id: PhotoId, before: PhotoChanges, after: PhotoChanges }),
  /** A photo was deleted for good; the whole record stays here. */
  z.object({ op: z.literal('photo.remove'), photo: Photo }),
  z.object({ op: z.literal('story.add'), story: Story }),
  z.object({ op: z.literal('story.remove'), story: Story }),
  z.object({
    op: z.literal('story.set'),
    id: StoryId,
    before: StoryChanges,
    after: StoryChanges,
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
  'collection',
  'desk',
  'undo',
  'redo',
  'rebuild',
])
export type EditKind = z.infer<typeof EditKind>

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
