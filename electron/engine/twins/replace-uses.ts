import type { Photo, Story, StoryPhoto } from '#contract'

/**
 * A story's photos with one photo in place of others; it stands where the first of them stood. What the story prints stays word for
 * word: where a photo's own caption was printed and the kept one's differs, it becomes the caption printed with this use.
 */
export function replaceUses(
  photos: Story['photos'],
  kept: Pick<Photo, 'id' | 'caption'>,
  others: ReadonlyMap<string, Pick<Photo, 'caption'>>,
): Story['photos'] {
  if (!photos.some(({ photoId }) => others.has(photoId))) return photos
  const replaced = photos.map((use): StoryPhoto => {
    const other = others.get(use.photoId)
    if (!other) return use
    const printed = use.printedCaption ?? other.caption
    return { photoId: kept.id, printedCaption: printed === kept.caption || printed === '' ? null : printed }
  })
  // A photo stands in a story at most once; a use of the kept one itself counts before what was put in its place.
  const own = photos.find(({ photoId }) => photoId === kept.id)
  const first = replaced.findIndex(({ photoId }) => photoId === kept.id)
  return replaced.flatMap((use, at) => {
    if (use.photoId !== kept.id) return [use]
    return at === first ? [own ?? use] : []
  })
}
