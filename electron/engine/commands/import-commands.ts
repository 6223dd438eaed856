import {
  CutlineError,
  type ImportChoices,
  type ImportResult,
  type JobId,
  type Mutation,
  type PhotoFieldChanges,
  type PhotoId,
  type StoryId,
  type Template,
} from '#contract'
import { type Imported, importPhotos } from '../ingest/import-photos.js'
import { namingOf } from '../ingest/naming.js'
import { planImport } from '../ingest/plan-import.js'
import { readSample } from '../ingest/sample.js'
import { forgetImport, interruptedImports, type Settled, summary } from '../ingest/unfinished.js'
import type { Job } from '../jobs/job.js'
import type { Context } from './context.js'
import { commitEdit } from './edit-commands.js'
import type { HandlersOf } from './handlers.js'
import { photoChange } from './photo-change.js'
import type { Session } from './session.js'
import { similarPhotos } from './similar-photos.js'
import { storyCommands } from './story-commands.js'
import { applyTemplates } from './template-commands.js'

/** How an import was chosen to be, as it is kept. */
type Choices = Omit<ImportChoices, 'storyId'> & { storyId?: StoryId | undefined }

const plain: Choices = { rename: null, byDayTaken: false, templateId: null }

interface StartOptions {
  /** It is offered for going on after a quit or a crash. */
  isRemembered: boolean
  /** The interrupted import that this one goes on with. */
  after?: { id: JobId; settled: readonly Settled[] }
}

/** Starts an import into the open archive. Rejects with `archive-read-only`, `story-not-found`, `invalid-input` (the rename template). */
export async function startImport(
  context: Context,
  paths: readonly string[],
  choices: Choices,
  { isRemembered, after }: StartOptions,
): Promise<JobId> {
  const session = context.session()
  await session.archive.requireWritable()
  const naming = await namingFor(context, choices)
  return context.jobs.start('import', async (job): Promise<ImportResult> => {
    const { storyId, ...rest } = choices
    const kept = isRemembered ? { ...rest, ...(storyId === undefined ? {} : { storyId }) } : null
    const imported = await run(context, session, { paths, naming, choices: kept, ...(after ? { after } : {}) }, job)
    await afterImport(context, choices, imported)
    if (imported.isOver) await imported.forget()
    context.tellArchive()
    return imported.result
  })
}

async function run(
  context: Context,
  session: Session,
  asked: Pick<Parameters<typeof importPhotos>[0], 'paths' | 'naming' | 'choices' | 'after'>,
  job: Job,
): Promise<Imported> {
  const { copier, imaging, metadata } = context
  const index = await session.index()
  const { archive, originals, folder, cacheFolder } = session
  const onArriving = (photo: { id: PhotoId; file: string }) => context.tellArriving(job.id, photo)
  const tools = { archive, originals, index, folder, cacheFolder, copier, imaging, metadata, onArriving }
  const imported = await importPhotos({ ...tools, ...asked }, job)
  const ids = imported.result.imported.map(({ id }) => id)
  const similar = await similarPhotos(context.twins().twins, index, ids)
  return { ...imported, result: { ...imported.result, similar } }
}

async function namingFor(context: Context, { storyId, rename, byDayTaken }: Choices) {
  const story = storyId ? (await storyCommands(context)['stories.get']({ id: storyId })).story : null
  return namingOf(rename, byDayTaken, story ? story.slug || story.headline : '')
}

/** What follows from an import: its story, the texts that came for photos that were there, templates. */
async function afterImport(
  context: Context,
  { storyId, templateId }: Choices,
  { photoIds, newIds, texts, isOver }: Pick<Imported, 'photoIds' | 'newIds' | 'texts' | 'isOver'>,
): Promise<void> {
  if (storyId && photoIds.length > 0) await storyCommands(context)['stories.addPhotos']({ id: storyId, photoIds })
  await giveTexts(context, texts)
  // An import that will go on fills all its photos then.
  if (isOver) await fromTemplates(context, newIds, storyId ?? null, templateId)
}

/** A photo that was there already keeps what it says; what it lacks, it takes. */
async function giveTexts(context: Context, texts: ReadonlyMap<PhotoId, PhotoFieldChanges>): Promise<void> {
  if (texts.size === 0) return
  await commitEdit(context, 'photo.captions', async (current) => {
    const mutations: Mutation[] = []
    for (const [id, { caption, credit }] of texts) {
      const photo = await current.photo(id)
      if (!photo) continue
      mutations.push(
        ...photoChange(photo, {
          ...(photo.caption === '' && caption !== undefined ? { caption } : {}),
          ...(photo.credit === '' && credit !== undefined ? { credit } : {}),
        }),
      )
    }
    return mutations
  })
}

/** Photos that have just come in are filled from the desk's templates for imports and the one that was chosen. */
async function fromTemplates(
  context: Context,
  ids: readonly PhotoId[],
  storyId: StoryId | null,
  templateId: string | null,
): Promise<void> {
  const templates = context
    .session()
    .archive.desk()
    .filter((record): record is Template => record.kind === 'template' && (record.onImport || record.id === templateId))
  if (templates.length > 0 && ids.length > 0) await applyTemplates(context, templates, ids, storyId)
}

export function importCommands(
  context: Context,
): HandlersOf<
  'import.start' | 'import.sample' | 'import.plan' | 'import.unfinished' | 'import.continue' | 'import.forget'
> {
  const stories = storyCommands(context)
  const interrupted = async () => {
    const found = await interruptedImports(context.session().folder, (id) => context.jobs.isRunning(id))
    return found
  }
  const theOne = async (id: JobId) => {
    const one = (await interrupted()).find(({ asked }) => asked.id === id)
    if (!one) throw new CutlineError('import-not-found', 'This import is not waiting to go on any more.', { id })
    return one
  }

  return {
    'import.start': async ({ paths, ...choices }) => ({
      jobId: await startImport(context, paths, choices, { isRemembered: true }),
    }),
    'import.plan': async ({ paths, ...choices }) => {
      const session = context.session()
      const naming = await namingFor(context, choices)
      const { copier, imaging, metadata } = context
      const { folder, cacheFolder } = session
      const tools = { folder, cacheFolder, copier, imaging, metadata }
      const jobId = context.jobs.start('plan', async (job) =>
        planImport({ ...tools, index: await session.index(), paths, naming }, job),
      )
      return { jobId }
    },
    'import.unfinished': async () => ({ imports: (await interrupted()).map(summary) }),
    'import.continue': async ({ id }) => {
      const { asked, settled } = await theOne(id)
      const jobId = await startImport(context, asked.paths, asked.choices, {
        isRemembered: true,
        after: { id, settled },
      })
      return { jobId }
    },
    'import.forget': async ({ id }) => {
      const { asked, settled } = await theOne(id)
      await context.session().archive.requireWritable()
      const photoIds = settled.map((each) => each.id)
      const newIds = settled.filter(({ isNew }) => isNew).map((each) => each.id)
      await afterImport(context, asked.choices, { photoIds, newIds, texts: new Map(), isOver: true })
      await forgetImport(context.session().folder, id)
      return {}
    },
    'import.sample': async ({ language }) => {
      const session = context.session()
      const sample = await readSample(context.resources, language)
      const { headline, slug, byline, text } = sample.text
      const { story } = await stories['stories.create']({ headline, slug, byline, text })
      const jobId = context.jobs.start('import', async (job): Promise<ImportResult> => {
        const naming = await namingFor(context, plain)
        const { result, photoIds } = await run(context, session, { paths: sample.photos, naming, choices: null }, job)
        if (photoIds.length > 0) await stories['stories.addPhotos']({ id: story.id, photoIds })
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
