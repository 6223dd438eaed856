import type { ImportResult, Mutation, PhotoFieldChanges, PhotoId, StoryId, Template } from '#contract'
import { importPhotos } from '../ingest/import-photos.js'
import { readSample } from '../ingest/sample.js'
import type { Job } from '../jobs/job.js'
import type { Context } from './context.js'
import { commitEdit } from './edit-commands.js'
import type { HandlersOf } from './handlers.js'
import { photoChange } from './photo-change.js'
import type { Session } from './session.js'
import { similarPhotos } from './similar-photos.js'
import { storyCommands } from './story-commands.js'
import { applyTemplates } from './template-commands.js'

export function importCommands(context: Context): HandlersOf<'import.start' | 'import.sample'> {
  const stories = storyCommands(context)

  const run = async (session: Session, paths: readonly string[], job: Job) => {
    const { copier, imaging, metadata } = context
    const index = await session.index()
    const { archive, originals, folder, cacheFolder } = session
    const request = { archive, originals, index, folder, cacheFolder, copier, imaging, metadata, paths }
    const { result, photoIds } = await importPhotos(request, job)
    const ids = result.imported.map(({ id }) => id)
    return { result: { ...result, similar: await similarPhotos(context.twins().twins, index, ids) }, photoIds }
  }
  const intoStory = async (storyId: StoryId | undefined, photoIds: PhotoId[]) => {
    if (storyId && photoIds.length > 0) await stories['stories.addPhotos']({ id: storyId, photoIds })
  }

  /** Photos that have just come in are filled from the desk's templates for imports. */
  const fromTemplates = async (session: Session, { imported }: ImportResult, storyId: StoryId | null) => {
    const templates = session.archive
      .desk()
      .filter((record): record is Template => record.kind === 'template' && record.onImport)
    const ids = imported.map(({ id }) => id)
    if (templates.length > 0 && ids.length > 0) await applyTemplates(context, templates, ids, storyId)
  }

  return {
    'import.start': async ({ paths, storyId }) => {
      const session = context.session()
      await session.archive.requireWritable()
      if (storyId) await stories['stories.get']({ id: storyId })
      const jobId = context.jobs.start('import', async (job): Promise<ImportResult> => {
        const { result, photoIds } = await run(session, paths, job)
        await intoStory(storyId, photoIds)
        await fromTemplates(session, result, storyId ?? null)
        context.tellArchive()
        return result
      })
      return { jobId }
    },
    'import.sample': async ({ language }) => {
      const session = context.session()
      const sample = await readSample(context.resources, language)
      const { headline, slug, byline, text } = sample.text
      const { story } = await stories['stories.create']({ headline, slug, byline, text })
      const jobId = context.jobs.start('import', async (job): Promise<ImportResult> => {
        const { result, photoIds } = await run(session, sample.photos, job)
        await intoStory(story.id, photoIds)
        // The sample's files come in their order; a photo that somebody captioned before keeps their words.
        const isNew = new Set(result.imported.map(({ id }) => id))
        await commitEdit(context, 'photo.edit', async (current) => {
          const mutations: Mutation[] = []
          for (const [place, id] of photoIds.entries()) {
            const photo = await current.photo(id)
            const after: PhotoFieldChanges | undefined = sample.text.photos[place]
            if (!photo || !after || !isNew.has(id)) continue
            mutations.push(...photoChange(photo, after))
          }
          return mutations
        })
        context.tellArchive()
        return result
      })
      return { jobId, storyId: story.id }
    },
  }
}
