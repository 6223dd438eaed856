import type { DeskChecks, DeskRecord, Photo, PhotoFindings, PhotoId, Story, StoryId } from '#contract'
import { readByline } from '../captions/article/bylines.js'
import { type CheckContext, checkPhoto } from '../captions/checks/check-photo.js'
import type { Context } from './context.js'
import { editPhotos } from './edit-photos.js'
import type { HandlersOf } from './handlers.js'
import { houseStyleOf } from './house-styles.js'
import { photoChange } from './photo-change.js'

/** The house rules of a desk that has not said anything. */
const standard: Pick<DeskChecks, 'levels' | 'longest'> = { levels: {}, longest: 200 }

export function checkCommands(context: Context): HandlersOf<'photos.check' | 'photos.fix'> {
  const check = async (ids: readonly PhotoId[], storyId: StoryId | null) => {
    const { archive } = context.session()
    const story = storyId === null ? null : await archive.story(storyId)
    const inStory = story?.photos.map(({ photoId }) => photoId) ?? []
    const all = await archive.photos([...new Set([...ids, ...inStory])])
    return checkPhotos(all, new Set(ids), story, archive.desk())
  }
  return {
    'photos.check': async ({ ids, storyId }) => ({ photos: await check(ids, storyId) }),
    'photos.fix': async ({ ids, rule, storyId }) => {
      const found = new Map((await check(ids, storyId)).map(({ photoId, findings }) => [photoId, findings]))
      return editPhotos(context, 'photo.edit', [...found.keys()], (photo) => {
        const fix = found.get(photo.id)?.find((finding) => finding.rule === rule)?.fix
        return fix ? photoChange(photo, fix) : []
      })
    },
  }
}

/** Findings of some photos, beside all that are looked at together. */
export function checkPhotos(
  all: readonly Photo[],
  wanted: ReadonlySet<string>,
  story: Story | null,
  desk: readonly DeskRecord[],
): PhotoFindings[] {
  const printed = new Map(story?.photos.map((use) => [use.photoId, use.printedCaption]))
  const captionOf = (photo: Photo) => printed.get(photo.id) ?? photo.caption
  const checks: CheckContext = {
    checks: desk.find((record) => record.kind === 'checks') ?? standard,
    people: desk.flatMap((record) => (record.kind === 'person' ? [record] : [])),
    style: houseStyleOf(desk),
    bylines: story === null ? null : (story.article ?? readByline(story.byline)),
    others: new Map(all.map((photo) => [photo.id, captionOf(photo)])),
    now: Date.now(),
  }
  return all.flatMap((photo): PhotoFindings[] => {
    if (!wanted.has(photo.id)) return []
    const caption = captionOf(photo)
    const findings = checkPhoto({ ...photo, caption }, checks)
    if (findings.length === 0) return []
    // What would put a printed caption right is nothing to write into the photo's own.
    const isOwn = caption === photo.caption
    return [{ photoId: photo.id, findings: isOwn ? findings : findings.map((each) => ({ ...each, fix: null })) }]
  })
}
