import { z } from 'zod'
import { PhotoFields } from '../photo-fields.js'
import { PhotoId } from '../photo.js'
import { PlacedPerson, PositionsChange, PositionsField } from '../positions.js'
import { command, changed, ids } from './command.js'

export const positionsCommandTable = {
  /** Who is boxed in a photo's picture, in the order in which a caption names them; resolves when it is on disk. */
  'positions.setRegions': command(z.object({ id: PhotoId, regions: PhotoFields.shape.regions }), changed),
  /** The people boxed in a photo's picture in reading order, each with the marker that the house style prints. */
  'positions.read': command(z.object({ id: PhotoId }), z.object({ people: z.array(PlacedPerson) })),
  /**
   * Puts position markers into captions and people into the field of that name, from the boxes in the pictures; with `apply` false it
   * changes nothing and shows what would be. `changes` holds the first 200 photos that change or lack a name, `photos` counts those
   * that change.
   */
  'positions.mark': command(
    z.object({ ids, fields: z.array(PositionsField).min(1), apply: z.boolean() }),
    z.object({ photos: z.int(), changes: z.array(PositionsChange) }),
  ),
} as const
