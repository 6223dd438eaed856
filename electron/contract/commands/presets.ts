import { z } from 'zod'
import { ExportPreset, PresetId } from '../export-preset.js'
import { Sha256 } from '../photo.js'
import { StoryId } from '../story.js'
import { changed, command, nothing } from './command.js'

export const presetsCommandTable = {
  /** Those that come with Cutline, then the desk's own. */
  'presets.list': command(nothing, z.object({ presets: z.array(ExportPreset) })),
  /** Stores a preset of the desk's own; one that is there is replaced. Its id may not be that of one that comes with Cutline. */
  'presets.put': command(z.object({ preset: ExportPreset }), changed),
  'presets.remove': command(z.object({ id: PresetId }), changed),
  /** What a preset would make of a story, before it is stored. Rejects with `invalid-input` where its file names cannot be read. */
  'presets.preview': command(
    z.object({
      storyId: StoryId,
      preset: ExportPreset,
      /** Also makes the first photo, which takes a moment. */
      picture: z.boolean().default(false),
    }),
    z.object({
      names: z.array(z.string()),
      /** Of all photos' files, estimated from the one that was made; null where none was. */
      bytes: z.int().nullable(),
      /** The first photo as it would look: to be shown as `cutline-photo://preview/<sha256>`; null where it was not made. */
      picture: Sha256.nullable(),
    }),
  ),
} as const
