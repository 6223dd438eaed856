import { z } from 'zod'
import { ExportPreset, Privacy } from '../export-preset.js'
import { Language } from '../settings.js'
import { StoryId } from '../story.js'
import { command, folder, jobStarted, nothing } from './command.js'

export const exportCommandTable = {
  'export.presets': command(nothing, z.object({ presets: z.array(ExportPreset) })),
  /** Writes the story's bundle into the destination folder under a name of its own. */
  'export.start': command(
    z.object({
      storyId: StoryId,
      destination: folder,
      preset: z.string().default('web'),
      /** For this export alone, in place of the preset's; `copy` leaves files as they are all the same. */
      privacy: Privacy.optional(),
      zip: z.boolean().default(false),
      /** Language of the documents' labels. */
      language: Language.default('zh-Hant'),
    }),
    jobStarted,
  ),
} as const
