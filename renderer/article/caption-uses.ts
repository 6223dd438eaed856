import type { ArticleCaption, Photo, PhotoId, StoryPhoto } from '#contract'

/** The caption that is printed with a use of a photo. */
export function printedWith(use: StoryPhoto, photo: Photo | undefined): string {
  return use.printedCaption ?? photo?.caption ?? ''
}

/** Which of the story's photos carry each caption of its article; the places of both lists are the same. */
export function captionUses(
  captions: readonly ArticleCaption[],
  uses: readonly StoryPhoto[],
  photos: ReadonlyMap<PhotoId, Photo>,
): readonly (readonly PhotoId[])[] {
  return captions.map(({ caption }) =>
    uses.filter((use) => printedWith(use, photos.get(use.photoId)) === caption).map(({ photoId }) => photoId),
  )
}

export interface Assignment {
  readonly photoId: PhotoId
  readonly caption: number
}

/** One caption after the other for the photos that have none, in the story's order; captions in use are passed over. */
export function inOrder(
  captions: readonly ArticleCaption[],
  uses: readonly StoryPhoto[],
  photos: ReadonlyMap<PhotoId, Photo>,
): readonly Assignment[] {
  const used = captionUses(captions, uses, photos)
  const free = captions.map((_, place) => place).filter((place) => used[place]?.length === 0)
  const bare = uses.filter((use) => printedWith(use, photos.get(use.photoId)) === '')
  return bare.flatMap(({ photoId }, at) => {
    const caption = free[at]
    return caption === undefined ? [] : [{ photoId, caption }]
  })
}
