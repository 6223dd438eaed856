import { useMemo, useSyncExternalStore } from 'react'
import type { Photo, PhotoId } from '#contract'
import type { PhotoList } from './usePhotoList.js'

/*
 * What of a listing a component follows: it is drawn anew when that changes, and not with every page that comes while the listing
 * is scrolled.
 */

/** The photo at a place; undefined while it has not been fetched, and where there is no place. */
export function usePhotoAt(list: PhotoList, at: number | null): Photo | undefined {
  return useSyncExternalStore(list.subscribe, () => (at === null ? undefined : list.photoAt(at)))
}

/** Where a photo stands that stood at `spot.at`; null where it is not known, and without a photo. */
export function usePlaceOf(list: PhotoList, spot: { readonly id: PhotoId; readonly at: number } | null): number | null {
  return useSyncExternalStore(list.subscribe, () => (spot === null ? null : list.placeOf(spot.id, spot.at)))
}

/** The ids of the photos known from `first` to `last`, both included; none where they are not wanted. */
export function useIdsAt(list: PhotoList, first: number, last: number, isWanted: boolean): readonly PhotoId[] {
  // A text is equal where nothing has changed, a list would be another one each time.
  const key = useSyncExternalStore(list.subscribe, () => (isWanted ? idsAt(list, first, last).join(' ') : ''))
  return useMemo(() => (key === '' ? [] : key.split(' ')), [key])
}

function idsAt(list: PhotoList, first: number, last: number): PhotoId[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => list.photoAt(first + n)?.id).filter(
    (id) => id !== undefined,
  )
}
