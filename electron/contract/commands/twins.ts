import { z } from 'zod'
import { PhotoId } from '../photo.js'
import { TwinDistance, TwinGroup } from '../twins.js'
import { command, changed, ids, nothing } from './command.js'

export const twinsCommandTable = {
  /** How many groups of near duplicates wait, how many photos are set aside, and how many have not been looked at yet. */
  'twins.count': command(nothing, z.object({ groups: z.int(), setAside: z.int(), pending: z.int() })),
  /** Groups of near duplicates, those with the newest import first. `pending` photos have not been looked at yet. */
  'twins.list': command(
    z.object({
      distance: TwinDistance.optional(),
      offset: z.int().nonnegative().default(0),
      limit: z.int().positive().default(50),
      /** Looks at the photos that have not been looked at first, however long that takes. */
      complete: z.boolean().default(false),
    }),
    z.object({ total: z.int(), groups: z.array(TwinGroup), pending: z.int() }),
  ),
  /** The photos that look like one photo, the nearest first. */
  'twins.of': command(
    z.object({ id: PhotoId, distance: TwinDistance.optional() }),
    z.object({ twins: z.array(z.object({ id: PhotoId, distance: z.int() })) }),
  ),
  /**
   * Keeps one photo of a group and sets the others aside. What the kept one's record does not say it takes over from the others, the
   * first of `setAside` before the next; caption and credit come from `textFrom` where that is named. Stories that use one of the
   * others use the kept one instead.
   */
  'twins.keep': command(
    z.object({ keep: PhotoId, setAside: ids.max(100), textFrom: PhotoId.optional() }),
    changed.extend({ stories: z.int() }),
  ),
  /** Remembers that these are different pictures. */
  'twins.different': command(z.object({ ids: ids.min(2).max(100) }), changed),
  /** Brings photos back that were set aside. */
  'twins.restore': command(z.object({ ids }), changed),
} as const
