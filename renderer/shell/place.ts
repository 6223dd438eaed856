import type { StoryId } from '#contract'

/** What the window's middle shows: photos of the archive or of a collection, near duplicates to compare, the trash, or a story. */
export type Place =
  | { readonly kind: 'twins' }
  | { readonly kind: 'trash' }
  | { readonly kind: 'collection'; readonly id: string }
  | { readonly kind: 'photos'; readonly missing: 'caption' | 'credit' | 'original' | null }
  | { readonly kind: 'story'; readonly id: StoryId }

export const allPhotos: Place = { kind: 'photos', missing: null }

/** The story that is open. */
export function storyOf(place: Place): StoryId | null {
  return place.kind === 'story' ? place.id : null
}
