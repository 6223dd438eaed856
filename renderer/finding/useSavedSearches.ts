import { useEffect, useMemo, useRef, useState } from 'react'
import type { SavedSearch } from '#contract'
import { PhotoFilters } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import type { ListQuery } from '../contact-sheet/usePhotoList.js'
import { recordsOf, useDesk } from '../desk/useDesk.js'
import { useStable } from '../ui/useStable.js'
import { LatestAnswer } from './latest-answer.js'

/** Milliseconds between two counts while photos change. */
const changePause = 800

/** The searches that were kept, by name. */
export function useSavedSearches(): readonly SavedSearch[] {
  const records = useDesk()
  return useMemo(
    () => [...recordsOf(records, 'search')].sort((one, other) => one.name.localeCompare(other.name)),
    [records],
  )
}

/** How many photos each search finds now, by its id; those that have not been counted are left out. */
export function useSavedCounts(searches: readonly SavedSearch[]): ReadonlyMap<string, number> {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map())
  const latest = useRef<LatestAnswer<readonly SavedSearch[], ReadonlyMap<string, number>> | null>(null)
  useEffect(() => {
    const asker = new LatestAnswer(countAll, setCounts)
    latest.current = asker
    return () => asker.stop()
  }, [])
  useEffect(() => latest.current?.put(searches, 0), [searches])
  const again = useStable(() => latest.current?.put(searches, changePause))
  useEvent('photos.changed', again)
  useEvent('stories.changed', again)
  return counts
}

/** The id of the search whose listing this is, whatever its order; null where it is none. */
export function currentSearch(searches: readonly SavedSearch[], query: ListQuery): string | null {
  const filters = JSON.stringify(PhotoFilters.parse(query.filters))
  const found = searches.find(
    ({ query: { text, missing, filters: kept } }) =>
      text.trim() === query.text.trim() && missing === query.missing && JSON.stringify(kept) === filters,
  )
  return found?.id ?? null
}

async function countAll(searches: readonly SavedSearch[]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const { id, query } of searches) {
    counts.set(id, (await invoke('photos.ids', { query, offset: 0, limit: 1 })).total)
  }
  return counts
}
