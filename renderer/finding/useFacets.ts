import { useEffect, useRef, useState } from 'react'
import type { Facets, PhotoQuery } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import { useStable } from '../ui/useStable.js'
import { LatestAnswer } from './latest-answer.js'

/** Milliseconds without another key before counts are asked for. */
const typingPause = 200
/** Milliseconds between counts while an import tells of photos many times a second. */
const changePause = 600

type Asked = Partial<PhotoQuery>

/**
 * What the photos of a query have, counted anew when the query or the archive changes; what was counted before stays until
 * then. null until the first count, and while `query` is null. `values` of each facet at most.
 */
export function useFacets(query: Asked | null, values: number): Facets | null {
  const [facets, setFacets] = useState<Facets | null>(null)
  const latest = useRef<LatestAnswer<{ query: Asked; values: number }, Facets> | null>(null)
  useEffect(() => {
    const asker = new LatestAnswer<{ query: Asked; values: number }, Facets>(
      (question) => invoke('search.facets', question),
      setFacets,
    )
    latest.current = asker
    return () => asker.stop()
  }, [])
  const isFirst = useRef(true)
  useEffect(() => {
    if (query === null) return
    latest.current?.put({ query, values }, isFirst.current ? 0 : typingPause)
    isFirst.current = false
  }, [query, values])
  const again = useStable(() => {
    if (query !== null) latest.current?.put({ query, values }, changePause)
  })
  useEvent('photos.changed', again)
  useEvent('stories.changed', again)
  useEvent('desk.changed', again)
  useEvent('archive.changed', again)
  return query === null ? null : facets
}
