import { z } from 'zod'
import { PhotoId } from '../photo.js'
import { PhotoUse } from '../usage.js'
import { command } from './command.js'

export const usageCommandTable = {
  /** The exports that a photo went out with, the newest first. */
  'usage.ofPhoto': command(z.object({ id: PhotoId }), z.object({ uses: z.array(PhotoUse) })),
} as const
