import { z } from 'zod'
import { DeskRecordId } from '../desk-record-id.js'
import { Secret } from '../destination.js'
import { ExportPreset, Privacy } from '../export-preset.js'
import { OverrideNote } from '../rights.js'
import { Language } from '../settings.js'
import { StoryId } from '../story.js'
import { UsageId } from '../usage.js'
import { command, folder, jobStarted, nothing } from './command.js'

export const exportCommandTable = {
  'export.presets': command(nothing, z.object({ presets: z.array(ExportPreset) })),
  /** Writes the story's bundle into the destination folder under a name of its own. Photos in the trash are left out, and named. */
  'export.start': command(
    z.object({
      storyId: StoryId,
      destination: folder,
      preset: z.string().default('web'),
      /** For this export alone, in place of the preset's; `copy` leaves files as they are all the same. */
      privacy: Privacy.optional(),
      zip: z.boolean().default(false),
      /** Also sent there when it is written and checked; HTTP takes a zip alone. */
      sendTo: DeskRecordId.nullable().default(null),
      /** Its password; null: the one that is kept in the system's key store. */
      secret: Secret.nullable().default(null),
      /** Language of the documents' labels. */
      language: Language.default('zh-Hant'),
      /**
       * An editor's reason for exporting although photos' rights stop it; other house rules stop it all the same. It is kept in the
       * photos' records and in the bundle's manifest.
       */
      override: OverrideNote.nullable().default(null),
    }),
    jobStarted,
  ),
  /**
   * Exports a story again, as it stands now, with the preset and the choices of an earlier export that it puts right. The new bundle is
   * named as a correction and says in `bag-info.txt` which it replaces; the earlier one is not touched.
   */
  'export.reissue': command(
    z.object({
      usageId: UsageId,
      /** null for the folder in which the earlier bundle was put. */
      destination: folder.nullable().default(null),
      /** What was wrong, for those who get the bundle. */
      note: z.string().max(2_000).default(''),
      override: OverrideNote.nullable().default(null),
    }),
    jobStarted,
  ),
} as const
