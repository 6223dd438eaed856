import { z } from 'zod'
import { SidecarChoice, SidecarDifference, SidecarState } from '../sidecar.js'
import { command, ids, jobStarted, nothing } from './command.js'

export const sidecarsCommandTable = {
  'sidecars.state': command(nothing, SidecarState),
  /** What other programs have changed in sidecars and nobody has decided yet, the newest first. */
  'sidecars.differences': command(
    z.object({ offset: z.int().nonnegative().default(0), limit: z.int().positive().max(500).default(100) }),
    z.object({ total: z.int(), photos: z.array(SidecarDifference) }),
  ),
  /**
   * Takes changes into the catalog or refuses them: of some photos field by field, or all there are. Refused ones are written over
   * from the catalog; both texts stand in the history, and Undo turns the choice round. Answers the number of fields decided.
   */
  'sidecars.resolve': command(
    z.union([
      z.object({ choices: z.array(SidecarChoice).min(1).max(10_000) }),
      z.object({ all: z.enum(['take', 'refuse']) }),
    ]),
    z.object({ decided: z.int() }),
  ),
  /** Looks whether other programs have changed these photos' sidecars; what is found is told by an event. */
  'sidecars.look': command(z.object({ ids }), nothing),
  /** Compares every photo with its sidecar and, with `write`, brings the sidecars up to the catalog. */
  'sidecars.run': command(z.object({ mode: z.enum(['write', 'check']) }), jobStarted),
} as const
