import { z } from 'zod'
import { BundleToCorrect, CorrectedRecord, Findings, HitPlace, Wording } from '../correction.js'
import { PhotoId } from '../photo.js'
import { command } from './command.js'

export const correctionsCommandTable = {
  /**
   * Every place that holds a wording: photos' texts, stories, captions printed, and bundles that went out with it. Found in traditional
   * and simplified characters alike; changes nothing.
   */
  'corrections.find': command(z.object({ from: Wording, to: Wording }), Findings),
  /**
   * Corrects the places given, in one edit; what they said stays in the histories. Places that no longer hold the wording are skipped
   * and counted.
   */
  'corrections.apply': command(
    z.object({
      from: Wording,
      to: Wording,
      places: z.array(z.object({ of: CorrectedRecord, hits: z.array(HitPlace).min(1) })).min(1),
    }),
    z.object({ photos: z.int(), stories: z.int(), printed: z.int(), skipped: z.int() }),
  ),
  /** Bundles that went out with one of these wordings, or with one of these photos. */
  'corrections.bundles': command(
    z.object({ wordings: z.array(Wording).min(1).max(5_000), photoIds: z.array(PhotoId) }),
    z.object({ bundles: z.array(BundleToCorrect) }),
  ),
} as const
