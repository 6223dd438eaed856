import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Photo, PhotoFilters, PhotoId, SortOrder } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import { photoAt, PhotoPages, placeOf } from './photo-pages.js'

/** What is listed: the contract's PhotoQuery, of photos that belong to the archive. */
export interface ListQuery {
  readonly text: string
  readonly filters: PhotoFilters
  readonly missing: 'caption' | 'credit' | 'either' | 'original' | null
  readonly sort: SortOrder
  /** Instead of the archive's photos, those of a collection in its own order. */
  readonly collection?: string | null
}

/**
 * A listing of photos as the window works with it; places count from 0. The object is another one when the number of photos changes;
 * photos that come leave it as it is, and `followed.ts` has hooks for who shows them.
 */
export interface PhotoList {
  /** null until the first photos have come. */
  readonly total: number | null
  readonly error: CutlineError | null
  /** Calls `listener` whenever photos have come or changed; answers how to stop that. */
  readonly subscribe: (listener: () => void) => () => void
  /** The photo at a place as it is known now; undefined while it has not been fetched. */
  readonly photoAt: (at: number) => Photo | undefined
  /** Where a photo that stood at `hint` stands now; null when it is not among the photos known. */
  readonly placeOf: (id: PhotoId, hint: number) => number | null
  /** Says that these places are looked at, both included; answers how to say that they no longer are. */
  readonly look: (first: number, last: number) => () => void
  /** The ids of a part of the listing, also of photos that have not been fetched. Rejects with a CutlineError. */
  readonly idsIn: (offset: number, limit: number) => Promise<readonly PhotoId[]>
  readonly reload: () => void
}

/** Lists photos, and keeps the listing up to date. Another query object is another listing. */
export function usePhotoList(query: ListQuery): PhotoList {
  const collection = query.collection ?? null
  const pages = useMemo(
    () =>
      new PhotoPages((offset, limit) =>
        collection === null
          ? invoke('photos.list', { query, offset, limit })
          : invoke('collections.photos', { id: collection, offset, limit }),
      ),
    [query, collection],
  )
  const total = useSyncExternalStore(pages.subscribe, () => pages.current().total)
  const error = useSyncExternalStore(pages.subscribe, () => pages.current().error)
  // The sheet, which looks at places, comes only when there is something to show.
  useEffect(() => pages.look(0, 0)(), [pages])
  useEvent('photos.changed', pages.refresh)
  // More of the archive is listed.
  useEvent('archive.indexing', pages.refresh)
  useEvent('desk.changed', () => {
    if (collection !== null) pages.refresh()
  })
  useEvent('archive.changed', ({ archive }) => {
    if (archive !== null) pages.refresh()
  })
  useEvent('engine.state', ({ state }) => {
    if (state === 'ready') pages.refresh()
  })

  const idsIn = useCallback(
    async (offset: number, limit: number): Promise<readonly PhotoId[]> => {
      const known = Array.from({ length: limit <= 400 ? limit : 0 }, (_, n) => photoAt(pages.current(), offset + n))
      const ids = known.flatMap((photo) => (photo === undefined ? [] : [photo.id]))
      if (ids.length === limit) return ids
      if (collection !== null) {
        const { photos } = await invoke('collections.photos', { id: collection, offset, limit })
        return photos.map(({ id }) => id)
      }
      return (await invoke('photos.ids', { query, offset, limit })).ids
    },
    [pages, query, collection],
  )
  return useMemo(
    () => ({
      total,
      error,
      subscribe: pages.subscribe,
      photoAt: (at) => photoAt(pages.current(), at),
      placeOf: (id, hint) => placeOf(pages.current(), id, hint),
      look: pages.look,
      idsIn,
      reload: pages.refresh,
    }),
    [total, error, pages, idsIn],
  )
}
