import { CutlineError, type DeskRecord, type ExportPreset, exportPresets, PresetId } from '#contract'
import { previewPreset } from '../bundles/preset-preview.js'
import { previewFile } from '../archive/cache-files.js'
import { parseTemplate } from '../captions/template.js'
import type { Context } from './context.js'
import { deskCommands } from './desk-commands.js'
import type { HandlersOf } from './handlers.js'

export function presetCommands(
  context: Context,
): HandlersOf<'presets.list' | 'presets.put' | 'presets.remove' | 'presets.preview'> {
  const desk = deskCommands(context)
  return {
    'presets.list': () => Promise.resolve({ presets: presetsOf(context.session().archive.desk()) }),
    'presets.put': ({ preset }) => {
      const id = ownId(preset.id)
      parseTemplate(preset.fileName)
      return desk['desk.put']({ records: [{ kind: 'preset', id, preset }] })
    },
    'presets.remove': ({ id }) => desk['desk.remove']({ ids: [id] }),
    'presets.preview': async ({ storyId, preset, picture }) => {
      const session = context.session()
      const story = await session.archive.story(storyId)
      if (!story) throw new CutlineError('story-not-found', `There is no story ${storyId}.`, { id: storyId })
      const photos = await session.archive.photos(story.photos.map(({ photoId }) => photoId))
      const about = {
        story,
        photos,
        preset,
        originalPath: (of: { path: string }) => session.originals.absolute(of.path),
      }
      const tools = {
        imaging: context.imaging,
        pictureFile: (sha256: string) => previewFile(session.cacheFolder, sha256),
      }
      return previewPreset(about, picture && !session.archive.readOnly ? tools : null)
    },
  }
}

/** The presets that come with Cutline, then the desk's own. */
export function presetsOf(desk: readonly DeskRecord[]): ExportPreset[] {
  return [...exportPresets, ...desk.flatMap((record) => (record.kind === 'preset' ? [record.preset] : []))]
}

function ownId(id: string): string {
  if (exportPresets.some((preset) => preset.id === id)) {
    throw new CutlineError('invalid-input', `"${id}" comes with Cutline; give the desk’s own preset another id.`, {
      id,
    })
  }
  const parsed = PresetId.safeParse(id)
  if (!parsed.success) throw new CutlineError('invalid-input', `A preset’s id has letters, digits and hyphens.`, { id })
  return parsed.data
}
