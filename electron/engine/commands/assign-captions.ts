import {
  CutlineError,
  type HouseStyle,
  type Mutation,
  type ParsedInput,
  type PhotoFieldChanges,
  type Story,
} from '#contract'
import type { CurrentRecords } from '../archive/undo.js'
import { printCredit } from '../captions/credits/print-credit.js'
import { readCredit } from '../captions/credits/split-caption.js'
import { photoChange } from './photo-change.js'

type Assignment = ParsedInput<'stories.assignCaptions'>['assignments'][number]

/**
 * What giving photos an article's captions changes. A photo without a caption takes it for its own; one that has another keeps that,
 * and the article's is printed with this use. The credit is the article's, in the house style where the desk has chosen one.
 */
export async function assignCaptions(
  story: Story,
  assignments: readonly Assignment[],
  current: CurrentRecords,
  style: HouseStyle | null,
): Promise<Mutation[]> {
  const mutations: Mutation[] = []
  const printed = new Map<string, string | null>()
  for (const { photoId, caption: place, completed } of assignments) {
    const from = story.article?.captions[place]
    const photo = await current.photo(photoId)
    if (!from || !photo) {
      throw new CutlineError('photo-not-found', `The photo ${photoId} or caption ${place + 1} is not in this story.`, {
        id: photoId,
      })
    }
    const line = completed && from.completed !== null ? from.completed : from.credit
    const parts = (completed && from.completed !== null ? readCredit(line)?.parts : from.parts) ?? null
    const isOwn = photo.caption === '' || photo.caption === from.caption
    const shooters = (parts ?? []).filter(({ kind }) => kind === 'shot').flatMap(({ names }) => names)
    const set: PhotoFieldChanges = {
      ...(isOwn ? { caption: from.caption } : {}),
      ...(line === '' ? {} : { credit: style && parts ? printCredit(parts, style) : line }),
      ...(photo.creators.length === 0 && shooters.length > 0 ? { creators: shooters } : {}),
    }
    mutations.push(...photoChange(photo, set, parts))
    printed.set(photoId, isOwn ? null : from.caption)
  }
  return [...mutations, ...printedCaptions(story, printed)]
}

function printedCaptions(story: Story, printed: ReadonlyMap<string, string | null>): Mutation[] {
  const photos = story.photos.map((use) => {
    const caption = printed.get(use.photoId)
    return caption === undefined ? use : { photoId: use.photoId, printedCaption: caption }
  })
  const isSame = photos.every((use, at) => use.printedCaption === story.photos[at]?.printedCaption)
  return isSame ? [] : [{ op: 'story.set', id: story.id, before: { photos: story.photos }, after: { photos } }]
}
