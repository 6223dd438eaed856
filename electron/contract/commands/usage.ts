import { z } from 'zod'
import { PhotoId } from '../photo.js'
import { Language } from '../settings.js'
import { PhotoUse, TallyQuestion, UsageTally } from '../usage.js'
import { command, nothing } from './command.js'

export const usageCommandTable = {
  /** The exports that a photo went out with, the newest first. */
  'usage.ofPhoto': command(z.object({ id: PhotoId }), z.object({ uses: z.array(PhotoUse) })),
  /** Counts photos supplied and used in a period for whoever their credits name now. */
  'usage.tally': command(TallyQuestion, UsageTally),
  /** The photos behind a row of a tally. */
  'usage.tallyPhotos': command(
    z.object({ question: TallyQuestion, key: z.string() }),
    z.object({ supplied: z.array(PhotoId), used: z.array(PhotoId) }),
  ),
  /** Writes a tally as a table into a file of this name. No cell of it can start a formula. */
  'usage.saveTally': command(
    z.object({
      question: TallyQuestion,
      file: z.string().min(1),
      format: z.enum(['xlsx', 'csv']),
      /** Of the columns' names. */
      language: Language.default('zh-Hant'),
    }),
    nothing,
  ),
} as const
