import {
  correctablePhotoFields,
  correctableStoryFields,
  type FoundText,
  type Hit,
  type Photo,
  type PhotoId,
  PhotoQuery,
  type Story,
} from '#contract'
import { textsOf } from '../captions/facts/correctable-texts.js'
import { nobody } from '../captions/facts/find-wording.js'
import { type FreeCorrection, hitsIn } from '../captions/facts/hits.js'
import { convertScript } from '../captions/rewriting/convert-script.js'
import type { Session } from './session.js'

/** Photos that are looked through at once; their texts are held in memory and cross to the window. */
export const mostCorrected = 50_000
const page = 1_000

/** Every text of the archive that holds a wording, photos in the order of the listing first. */
export async function findCorrections(
  session: Session,
  correction: FreeCorrection,
): Promise<{ texts: FoundText[]; more: number }> {
  const { archive } = session
  const desk = archive.desk()
  const stories = await archive.stories()
  const inStories = storyTexts(stories, correction, desk)
  const printed: FoundText[] = []
  // What the index does not hold, a text for those who cannot see say, is found where the photo stands in such a story.
  const wanted = new Set<PhotoId>()
  for (const { of } of inStories) {
    if (of.kind !== 'story') continue
    stories.find(({ id }) => id === of.storyId)?.photos.forEach(({ photoId }) => wanted.add(photoId))
  }
  const found = await photosHolding(session, correction.from)
  for (const id of wanted) found.ids.add(id)
  const texts: FoundText[] = []
  const ids = [...found.ids].slice(0, mostCorrected)
  for (let at = 0; at < ids.length; at += page) {
    for (const photo of await archive.photos(ids.slice(at, at + page))) {
      if (photo.trashedAt !== null) continue
      const hits = correctablePhotoFields.flatMap((field) =>
        hitsIn(field, textsOf(photo, field), correction, { desk, photo }),
      )
      if (hits.length > 0) texts.push(ofPhoto(photo, hits))
    }
  }
  for (const story of stories) {
    const uses = story.photos.flatMap(({ photoId, printedCaption }) =>
      printedCaption !== null && hitsIn('printed', [printedCaption], correction, { desk, photo: nobody }).length > 0
        ? [{ photoId, printedCaption }]
        : [],
    )
    const photos = new Map((await archive.photos(uses.map(({ photoId }) => photoId))).map((photo) => [photo.id, photo]))
    for (const { photoId, printedCaption } of uses) {
      const photo = photos.get(photoId)
      if (!photo) continue
      printed.push({
        of: { kind: 'printed', storyId: story.id, photoId },
        file: photo.file,
        headline: story.headline,
        sha256: photo.sha256,
        hits: hitsIn('printed', [printedCaption], correction, { desk, photo }),
      })
    }
  }
  return { texts: [...texts, ...inStories, ...printed], more: Math.max(0, found.total - mostCorrected) }
}

/** Photos in whose texts the index finds a wording, as it is and in the other characters. */
async function photosHolding(session: Session, wording: string): Promise<{ ids: Set<PhotoId>; total: number }> {
  const index = await session.index()
  const ids = new Set<PhotoId>()
  let most = 0
  for (const words of inBothScripts(wording)) {
    const query = PhotoQuery.parse({ text: `"${words.replace(/["“”「」『』]/gu, ' ')}"` })
    for (let offset = 0; offset < mostCorrected;) {
      const slice = await index.ids(query, { offset, limit: 10_000 })
      for (const id of slice.ids) ids.add(id)
      most = Math.max(most, slice.total)
      if (slice.ids.length === 0 || ids.size >= mostCorrected) break
      offset += slice.ids.length
    }
  }
  return { ids, total: Math.max(most, ids.size) }
}

/** Texts may be in the other characters, and the index looks for them as they are written. */
export function inBothScripts(words: string): string[] {
  return [...new Set([words, convertScript(words, 'zh-Hans', []), convertScript(words, 'zh-Hant', [])])]
}

function ofPhoto({ id, file, sha256 }: Photo, hits: Hit[]): FoundText {
  return { of: { kind: 'photo', photoId: id }, file, headline: '', sha256, hits }
}

function storyTexts(
  stories: readonly Story[],
  correction: FreeCorrection,
  desk: Parameters<typeof hitsIn>[3]['desk'],
): FoundText[] {
  return stories.flatMap((story) => {
    const hits = correctableStoryFields.flatMap((field) =>
      hitsIn(field, [story[field]], correction, { desk, photo: nobody }),
    )
    const of = { kind: 'story' as const, storyId: story.id }
    return hits.length === 0 ? [] : [{ of, file: '', headline: story.headline, sha256: null, hits }]
  })
}
