import type { StoryId } from '#contract'

/**
 * What the window's middle shows: photos of the archive or of a collection, near duplicates to compare, the trash, the tally of use,
 * corrections, or a story.
 */
export type Place =
  | { readonly kind: 'twins' }
  | { readonly kind: 'trash' }
  | { readonly kind: 'usage' }
  | { readonly kind: 'worklists' }
  | { readonly kind: 'corrections'; readonly from: string; readonly to: string }
  | { readonly kind: 'collection'; readonly id: string }
  | { readonly kind: 'photos'; readonly missing: 'caption' | 'credit' | 'original' | null }
  | { readonly kind: 'story'; readonly id: StoryId }

/** What needs the room of the caption's pane, having no selection of its own to show there. */
const wide: ReadonlySet<Place['kind']> = new Set(['twins', 'trash', 'usage', 'corrections', 'worklists'])

export function isWide({ kind }: Place): boolean {
  return wide.has(kind)
}

export const allPhotos: Place = { kind: 'photos', missing: null }

/** The story that is open. */
export function storyOf(place: Place): StoryId | null {
  return place.kind === 'story' ? place.id : null
}
