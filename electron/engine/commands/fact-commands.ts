import {
  CutlineError,
  type DeskRecord,
  factFields,
  type Mutation,
  type Photo,
  type PhotoCorrection,
  type PhotoId,
  PhotoQuery,
  type PrintedCorrection,
  type Story,
  type StoryId,
  type WordingChange,
} from '#contract'
import { type Correction, correctPhoto, correctText } from '../captions/facts/correct-texts.js'
import { readFactList } from '../captions/facts/read-fact-list.js'
import { changesBetween, changesOfOlder, isLinked, type LinkedRecord, wordingsOf } from '../captions/facts/wordings.js'
import type { Context } from './context.js'
import { commitEdit } from './edit-commands.js'
import { inBothScripts, mostCorrected } from './find-corrections.js'
import type { HandlersOf } from './handlers.js'
import { photoChange } from './photo-change.js'
import { setStory } from './set-story.js'

export function factCommands(context: Context): HandlersOf<'facts.read' | 'facts.corrections' | 'facts.correct'> {
  const find = (id: string): LinkedRecord => {
    const record = context
      .session()
      .archive.desk()
      .find((each) => each.id === id)
    if (record === undefined || !isLinked(record)) {
      throw new CutlineError(
        'invalid-input',
        'There is no such event, place or person any more. Nothing was changed.',
        {
          id,
        },
      )
    }
    return record
  }

  return {
    'facts.read': ({ text, factKind }) => Promise.resolve({ facts: readFactList(text, factKind) }),
    'facts.corrections': async ({ id, before }) => {
      const { archive } = context.session()
      const record = find(id)
      const index = await context.session().index()
      const uses = await index.usesOf(id)
      const changes =
        before === null
          ? changesOfOlder(
              record,
              uses.map(({ wording }) => wording),
            )
          : between(before, record)
      const correction = { id, changes, desk: archive.desk() }
      if (changes.length === 0) return { id, changes: [], photos: [], printed: [], more: 0 }

      const old = new Set(changes.map((change) => change.before))
      const linked = new Set(uses.filter(({ wording }) => old.has(wording)).map(({ photoId }) => photoId))
      const alike = new Set<PhotoId>()
      const stories = new Set<StoryId>()
      for (const words of shortest(changes).flatMap(inBothScripts)) {
        const found = await index.ids(PhotoQuery.parse({ text: words }), { offset: 0, limit: mostCorrected })
        for (const photoId of found.ids) if (!linked.has(photoId)) alike.add(photoId)
        for (const storyId of await index.storiesPrinting(words)) stories.add(storyId)
      }
      const wanted = [...linked, ...alike]
      const photos = await archive.photos(wanted.slice(0, mostCorrected))
      return {
        id,
        changes,
        photos: photos.flatMap((photo) => photoCorrection(photo, linked.has(photo.id), correction)),
        printed: await printedCorrections(context, [...stories], correction),
        more: Math.max(0, wanted.length - mostCorrected),
      }
    },
    'facts.correct': async ({ id, changes, photoIds, printed }) => {
      const record = find(id)
      const current = wordingsOf(record)
      const stranger = changes.find(({ after }) => !current.has(after))
      if (stranger !== undefined) {
        throw new CutlineError(
          'invalid-input',
          `“${stranger.after}” is no wording of ${record.name} any more, so texts would lose their link to it. Nothing was changed.`,
          { id },
        )
      }
      const correction = { id, changes, desk: context.session().archive.desk() }
      const done = { photos: 0, printed: 0 }
      await commitEdit(context, 'photo.facts', async (records) => {
        const mutations: Mutation[] = []
        for (const photoId of new Set(photoIds)) {
          const photo = await records.photo(photoId)
          if (!photo) continue
          const change = photoChange(photo, correctPhoto(photo, correction))
          done.photos += change.length
          mutations.push(...change)
        }
        for (const storyId of new Set(printed.map((use) => use.storyId))) {
          const story = await records.story(storyId)
          if (!story) continue
          const ticked = new Set(printed.flatMap((use) => (use.storyId === storyId ? [use.photoId] : [])))
          const photos: Story['photos'] = []
          for (const use of story.photos) {
            const photo = ticked.has(use.photoId) ? await records.photo(use.photoId) : null
            const after = photo && use.printedCaption && correctText(use.printedCaption, photo, correction)
            if (after !== null && after !== use.printedCaption) done.printed += 1
            photos.push(after === null ? use : { ...use, printedCaption: after })
          }
          mutations.push(...setStory(story, { photos }))
        }
        return mutations
      })
      return done
    },
  }
}

function between(before: DeskRecord, record: LinkedRecord): WordingChange[] {
  return isLinked(before) && before.kind === record.kind && before.id === record.id
    ? changesBetween(before, record)
    : []
}

/** The wordings that all others contain. */
function shortest(changes: readonly WordingChange[]): string[] {
  const all = changes.map(({ before }) => before)
  return all.filter((words) => !all.some((other) => other !== words && words.includes(other)))
}

function photoCorrection(photo: Photo, linked: boolean, correction: Correction): PhotoCorrection[] {
  const set = correctPhoto(photo, correction)
  const fields = factFields.flatMap((field) => {
    const after = set[field]
    return after === undefined ? [] : [{ field, before: asText(photo[field]), after: asText(after) }]
  })
  const { id, file, sha256 } = photo
  return fields.length === 0 ? [] : [{ photoId: id, file, sha256, linked, fields }]
}

async function printedCorrections(
  context: Context,
  stories: readonly StoryId[],
  correction: Correction,
): Promise<PrintedCorrection[]> {
  const { archive } = context.session()
  const corrections: PrintedCorrection[] = []
  for (const storyId of stories) {
    const story = await archive.story(storyId)
    const uses = (story?.photos ?? []).filter(({ printedCaption }) => printedCaption !== null)
    const photos = new Map((await archive.photos(uses.map(({ photoId }) => photoId))).map((photo) => [photo.id, photo]))
    for (const { photoId, printedCaption } of uses) {
      const photo = photos.get(photoId)
      if (!photo || !story || printedCaption === null) continue
      const after = correctText(printedCaption, photo, correction)
      if (after === printedCaption) continue
      const { file, sha256 } = photo
      corrections.push({ storyId, headline: story.headline, photoId, file, sha256, before: printedCaption, after })
    }
  }
  return corrections
}

function asText(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : value.join('、')
}
