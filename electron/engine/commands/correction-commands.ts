import {
  type CorrectedRecord,
  CutlineError,
  type HitPlace,
  type Mutation,
  type ParsedInput,
  type Photo,
  type PhotoFieldChanges,
  type Story,
} from '#contract'
import { isPhotoField, textsOf, withTexts } from '../captions/facts/correctable-texts.js'
import { correctAt, type FreeCorrection } from '../captions/facts/hits.js'
import { bundlesToCorrect } from './bundles-to-correct.js'
import type { Context } from './context.js'
import { commitEdit } from './edit-commands.js'
import { findCorrections } from './find-corrections.js'
import type { HandlersOf } from './handlers.js'
import { photoChange } from './photo-change.js'
import { setStory } from './set-story.js'

type Places = ParsedInput<'corrections.apply'>['places']

/** Corrections of free text: a wording replaced wherever somebody ticked it. */
export function correctionCommands(
  context: Context,
): HandlersOf<'corrections.find' | 'corrections.apply' | 'corrections.bundles'> {
  return {
    'corrections.find': async ({ from, to }) => {
      if (from === to) throw new CutlineError('invalid-input', 'Both wordings are the same. Nothing was looked for.')
      const session = context.session()
      const { texts, more } = await findCorrections(session, { from, to })
      const photoIds = new Set(texts.flatMap(({ of }) => (of.kind === 'photo' ? [of.photoId] : [])))
      return { texts, more, bundles: await bundlesToCorrect(session, [from], photoIds) }
    },
    'corrections.apply': async ({ from, to, places }) => {
      const done = { photos: 0, stories: 0, printed: 0, skipped: 0 }
      await commitEdit(context, 'correction', async (records) => {
        Object.assign(done, { photos: 0, stories: 0, printed: 0, skipped: 0 })
        const mutations: Mutation[] = []
        for (const { of, hits } of places) {
          if (of.kind !== 'photo') continue
          const photo = await records.photo(of.photoId)
          if (!photo) continue
          const { set, skipped } = correctedPhoto(photo, hits, { from, to })
          const change = photoChange(photo, set)
          done.skipped += skipped
          done.photos += change.length
          mutations.push(...change)
        }
        for (const [storyId, ofStory] of byStory(places)) {
          const story = await records.story(storyId)
          if (story) mutations.push(...correctedStory(story, ofStory, { from, to }, done))
        }
        return mutations
      })
      return done
    },
    'corrections.bundles': async ({ wordings, photoIds }) => ({
      bundles: await bundlesToCorrect(context.session(), wordings, new Set(photoIds)),
    }),
  }
}

function correctedPhoto(
  photo: Photo,
  hits: readonly HitPlace[],
  correction: FreeCorrection,
): { set: PhotoFieldChanges; skipped: number } {
  const set: PhotoFieldChanges = {}
  let skipped = 0
  for (const field of new Set(hits.map((hit) => hit.field))) {
    if (!isPhotoField(field)) continue
    const texts = textsOf(photo, field).map((text, item) => {
      const corrected = correctAt(
        text,
        hits.filter((hit) => hit.field === field && hit.item === item),
        correction,
      )
      skipped += corrected.skipped
      return corrected.text
    })
    Object.assign(set, withTexts(photo, field, texts))
  }
  return { set, skipped }
}

type OfStory = Exclude<CorrectedRecord, { kind: 'photo' }>

function byStory(places: Places): Map<string, { of: OfStory; hits: readonly HitPlace[] }[]> {
  const stories = new Map<string, { of: OfStory; hits: readonly HitPlace[] }[]>()
  for (const { of, hits } of places) {
    if (of.kind === 'photo') continue
    stories.set(of.storyId, [...(stories.get(of.storyId) ?? []), { of, hits }])
  }
  return stories
}

function correctedStory(
  story: Story,
  places: readonly { of: OfStory; hits: readonly HitPlace[] }[],
  correction: FreeCorrection,
  done: { stories: number; printed: number; skipped: number },
): Mutation[] {
  const corrected = (text: string, hits: readonly HitPlace[]) => {
    const { text: after, skipped } = correctAt(text, hits, correction)
    done.skipped += skipped
    return after
  }
  const next: Partial<Story> = {}
  for (const { of, hits } of places) {
    if (of.kind === 'printed') {
      next.photos = (next.photos ?? story.photos).map((use) =>
        use.photoId === of.photoId && use.printedCaption !== null
          ? { ...use, printedCaption: corrected(use.printedCaption, hits) }
          : use,
      )
      done.printed += 1
    } else {
      for (const field of ['headline', 'byline', 'text'] as const) {
        const here = hits.filter((hit) => hit.field === field)
        if (here.length > 0) next[field] = corrected(story[field], here)
      }
      done.stories += 1
    }
  }
  return setStory(story, next)
}
