import path from 'node:path'
import {
  CutlineError,
  type DeskRecord,
  type Failure,
  type Mutation,
  type ParsedInput,
  type Photo,
  type PhotoId,
  presetWith,
  type RightsRule,
  rightsRules,
  type Story,
} from '#contract'
import { exportBundle } from '../bundles/export-bundle.js'
import { RenditionCache } from '../bundles/rendition-cache.js'
import type { BundleOverride } from '../bundles/bundle-contents.js'
import type { ReplacedBundle } from '../bundles/export-request.js'
import { checkPhotos } from './check-commands.js'
import type { Context } from './context.js'
import type { HandlersOf } from './handlers.js'
import { deliveryOf } from './delivery.js'
import { recordChange } from './photo-change.js'
import { presetsOf } from './preset-commands.js'
import type { Session } from './session.js'
import { recordUsage } from './record-usage.js'

export function exportCommands(
  context: Context,
): HandlersOf<'export.presets' | 'export.start' | 'export.reissue' | 'jobs.cancel' | 'jobs.pause' | 'jobs.resume'> {
  return {
    'export.presets': () => Promise.resolve({ presets: presetsOf(context.session().archive.desk()) }),
    'export.start': (choices) => startExport(context, choices),
    'export.reissue': async ({ usageId, destination, note, override }) => {
      const usage = await context.session().usage.find(usageId)
      if (!usage) {
        throw new CutlineError('invalid-input', 'There is no record of this export any more. Nothing was exported.', {
          id: usageId,
        })
      }
      const { storyId, preset, privacy, zip, language } = usage
      const replaces = { id: usage.id, name: path.basename(usage.destination), at: usage.at, note }
      const folder = destination ?? path.dirname(usage.destination)
      const choices = {
        storyId,
        destination: folder,
        preset,
        privacy: privacy ?? undefined,
        zip,
        language,
        override,
        sendTo: null,
        secret: null,
      }
      return startExport(context, choices, replaces)
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

/** Exports a story; with `replaces`, as a correction of an earlier bundle. Rejects as `export.start` does. */
async function startExport(
  context: Context,
  {
    storyId,
    destination,
    preset: presetId,
    privacy,
    zip,
    language,
    override: note,
    sendTo,
    secret,
  }: ParsedInput<'export.start'>,
  replaces?: ReplacedBundle,
): Promise<{ jobId: string }> {
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
  const all = await session.archive.photos(story.photos.map(({ photoId }) => photoId))
  const trashed = all.filter(({ trashedAt }) => trashedAt !== null)
  const left = new Set(trashed.map(({ id }) => id))
  const photos = all.filter(({ id }) => !left.has(id))
  const exported = { ...story, photos: story.photos.filter(({ photoId }) => !left.has(photoId)) }
  const decided = requireSound(exported, photos, session.archive.desk(), note !== null)
  const deliver = sendTo === null ? undefined : await deliveryOf(context, { sendTo, secret, zip, story })
  // The decision lasts before the first file leaves.
  const override = note === null ? undefined : await noteOverride(context, story, decided, note)
  // With the decision in them.
  const records = override ? await session.archive.photos(photos.map(({ id }) => id)) : photos
  const jobId = context.jobs.start('export', async (job) => {
    const result = await exportBundle(
      {
        story: exported,
        photos: new Map(records.map((photo) => [photo.id, photo])),
        originalPath: (photo) => session.originals.absolute(photo.path),
        preset: presetWith(preset, privacy),
        zip,
        destination,
        language,
        archive: { id: session.archive.id, name: session.archive.name },
        history: () =>
          session.archive.historyOfAll({ photos: story.photos.map(({ photoId }) => photoId), stories: [story.id] }),
        override,
        replaces,
        deliver,
      },
      {
        imaging: context.imaging,
        metadata: context.metadata,
        askShell: context.askShell,
        renditions: renditionsOf(session),
        job,
      },
    )
    return recordUsage(
      context,
      session,
      { story, photos, preset: preset.id, zip, language, corrects: replaces?.id ?? null, privacy: privacy ?? null },
      { ...result, warnings: [...result.warnings, ...trashed.map(leftOut)] },
    )
  })
  return { jobId }
}

/**
 * Rejects with `checks-failed` where a rule that the desk lets stop an export found something. With `overridden`, rules about rights do
 * not stop it; answers what they found.
 */
function requireSound(
  story: Story,
  photos: readonly Photo[],
  desk: readonly DeskRecord[],
  overridden: boolean,
): ReadonlyMap<PhotoId, RightsRule[]> {
  const found = checkPhotos(photos, new Set(photos.map(({ id }) => id)), story, desk)
  const blocking = found.flatMap(({ photoId, findings }) =>
    findings.filter(({ level }) => level === 'block').map(({ rule }) => ({ photoId, rule })),
  )
  const decided = new Map<PhotoId, RightsRule[]>()
  const stopping = blocking.filter(({ photoId, rule }) => {
    const right = rightsRules.find((name) => name === rule)
    if (!overridden || right === undefined) return true
    decided.set(photoId, [...(decided.get(photoId) ?? []), right])
    return false
  })
  if (stopping.length === 0) return decided
  const rules = [...new Set(stopping.map(({ rule }) => rule))].join(', ')
  throw new CutlineError('checks-failed', `House rules stop this export: ${rules}. Nothing was exported.`, {
    blocking: stopping,
  })
}

/** Keeps an editor's decision in the records of the photos concerned; Undo does not take it back. Undefined where none are. */
async function noteOverride(
  context: Context,
  story: Story,
  decided: ReadonlyMap<PhotoId, RightsRule[]>,
  note: string,
): Promise<BundleOverride | undefined> {
  if (decided.size === 0) return undefined
  const said = { at: new Date().toISOString(), by: context.user, note }
  const photos: BundleOverride['photos'] = []
  await context.session().archive.commit('export.override', async (current) => {
    const mutations: Mutation[] = []
    for (const [id, rules] of decided) {
      const photo = await current.photo(id)
      if (!photo) continue
      photos.push({ id, file: photo.file, rules })
      const made = { ...said, storyId: story.id, story: story.headline, rules }
      mutations.push(...recordChange(photo, { overrides: [...photo.overrides, made] }))
    }
    return mutations
  })
  return { ...said, photos }
}

function leftOut({ file }: Photo): Failure {
  return { file, code: 'photo-trashed', message: `${file} is in the trash and was left out.` }
}

/** The pictures of earlier exports, where this program may write. */
function renditionsOf({ cacheFolder, archive }: Session): RenditionCache | undefined {
  return archive.readOnly ? undefined : new RenditionCache(path.join(cacheFolder, 'renditions'))
}
