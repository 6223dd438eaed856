import { CutlineError, type DeskRecord, type Photo, type Story } from '#contract'
import { exportBundle } from '../bundles/export-bundle.js'
import { checkPhotos } from './check-commands.js'
import type { Context } from './context.js'
import type { HandlersOf } from './handlers.js'
import { presetsOf } from './preset-commands.js'

export function exportCommands(
  context: Context,
): HandlersOf<'export.presets' | 'export.start' | 'jobs.cancel' | 'jobs.pause' | 'jobs.resume'> {
  return {
    'export.presets': () => Promise.resolve({ presets: presetsOf(context.session().archive.desk()) }),
    'export.start': async ({ storyId, destination, preset: presetId, zip, language }) => {
      const session = context.session()
      const presets = presetsOf(session.archive.desk())
      const preset = presets.find(({ id }) => id === presetId)
      if (!preset) {
        throw new CutlineError(
          'invalid-input',
          `There is no export preset "${presetId}"; choose one of ${presets.map(({ id }) => id).join(', ')}.`,
        )
      }
      const story = await session.archive.story(storyId)
      if (!story)
        throw new CutlineError('story-not-found', `There is no story ${storyId} in this archive.`, { id: storyId })
      const photos = await session.archive.photos(story.photos.map(({ photoId }) => photoId))
      requireSound(story, photos, session.archive.desk())
      const jobId = context.jobs.start('export', (job) =>
        exportBundle(
          {
            story,
            photos: new Map(photos.map((photo) => [photo.id, photo])),
            originalPath: (photo) => session.originals.absolute(photo.path),
            preset,
            zip,
            destination,
            language,
            archive: { id: session.archive.id, name: session.archive.name },
            history: () =>
              session.archive.history({ photos: story.photos.map(({ photoId }) => photoId), stories: [story.id] }),
          },
          { imaging: context.imaging, metadata: context.metadata, job },
        ),
      )
      return { jobId }
    },
    'jobs.cancel': ({ jobId }) => {
      context.jobs.cancel(jobId)
      return Promise.resolve({})
    },
    'jobs.pause': ({ jobId }) => {
      context.jobs.pause(jobId, true)
      return Promise.resolve({})
    },
    'jobs.resume': ({ jobId }) => {
      context.jobs.pause(jobId, false)
      return Promise.resolve({})
    },
  }
}

/** Rejects with `checks-failed` where a rule that the desk lets stop an export found something. */
function requireSound(story: Story, photos: readonly Photo[], desk: readonly DeskRecord[]): void {
  const found = checkPhotos(photos, new Set(photos.map(({ id }) => id)), story, desk)
  const blocking = found.flatMap(({ photoId, findings }) =>
    findings.filter(({ level }) => level === 'block').map(({ rule }) => ({ photoId, rule })),
  )
  if (blocking.length === 0) return
  const rules = [...new Set(blocking.map(({ rule }) => rule))].join(', ')
  throw new CutlineError('checks-failed', `House rules stop this export: ${rules}. Nothing was exported.`, { blocking })
}
