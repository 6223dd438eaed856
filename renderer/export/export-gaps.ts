import type { Photo, PhotoId, Story } from '#contract'

/** Names of the files that would be exported without these. */
export interface ExportGaps {
  readonly caption: readonly string[]
  readonly credit: readonly string[]
}

/** What a story's photos lack for being printed. A printed caption stands in for the photo's own, also when it is empty. */
export function exportGaps(story: Story, photos: ReadonlyMap<PhotoId, Photo>): ExportGaps {
  const uses = story.photos.flatMap((use) => {
    const photo = photos.get(use.photoId)
    return photo === undefined ? [] : [{ photo, caption: use.printedCaption ?? photo.caption }]
  })
  return {
    caption: uses.filter(({ caption }) => caption.trim() === '').map(({ photo }) => photo.file),
    credit: uses.filter(({ photo }) => photo.credit.trim() === '').map(({ photo }) => photo.file),
  }
}
