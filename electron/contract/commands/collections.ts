import { z } from 'zod'
import { DeskRecordId } from '../desk-record-id.js'
import { Collection } from '../desk.js'
import { Photo, PhotoId } from '../photo.js'
import { command, changed, ids } from './command.js'

const id = DeskRecordId
const slice = { id, offset: z.int().nonnegative(), limit: z.int().positive() }

/** Collections and their folders are records of the desk (`desk.get`); each of these commands is one edit. */
export const collectionsCommandTable = {
  /** Names are shown as they are given; two may be alike. `parent` must be a folder. */
  'collections.create': command(
    z.object({
      name: Collection.shape.name,
      parent: DeskRecordId.nullable().default(null),
      isFolder: z.boolean().default(false),
      photoIds: z.array(PhotoId).default([]),
    }),
    z.object({ collection: Collection }),
  ),
  'collections.rename': command(z.object({ id, name: Collection.shape.name }), changed),
  /** Into a folder, or to the top; never into itself. */
  'collections.move': command(z.object({ id, parent: DeskRecordId.nullable() }), changed),
  /** Deletes a collection, or a folder with all that stands in it. The photos stay where they are. */
  'collections.delete': command(z.object({ id }), changed),
  /** Adds photos at a place in the order (default: the end); those already there stay where they are. */
  'collections.addPhotos': command(z.object({ id, photoIds: ids, at: z.int().nonnegative().optional() }), changed),
  'collections.removePhotos': command(z.object({ id, photoIds: ids }), changed),
  /** `photoIds` is the whole new order; photos that somebody added meanwhile stay at the end. */
  'collections.orderPhotos': command(z.object({ id, photoIds: z.array(PhotoId) }), changed),
  /** A collection's photos in its order, without those in the trash. */
  'collections.photos': command(z.object(slice), z.object({ total: z.int(), photos: z.array(Photo) })),
} as const
