import { useEffect, useRef, useState } from 'react'
import type { CommandOutput, SpellingGroup, SpellingList } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import { useStable } from '../ui/useStable.js'

export type WorklistCounts = CommandOutput<'worklists.counts'>

/** Milliseconds between two counts while photos keep changing. */
const pause = 1_500

/** How much each list holds; null until it has been counted. Counted again a moment after photos or the desk changed. */
export function useWorklistCounts(): WorklistCounts | null {
  const [counts, setCounts] = useState<WorklistCounts | null>(null)
  const wanted = useRef<ReturnType<typeof setTimeout> | null>(null)
  const count = useStable(() => {
    wanted.current ??= setTimeout(() => {
      invoke('worklists.counts', {})
        // The sheet says why photos cannot be read; here the numbers just stay as they were.
        .then(setCounts, () => undefined)
        .finally(() => (wanted.current = null))
    }, pause)
  })
  useEffect(() => {
    let current = true
    invoke('worklists.counts', {}).then(
      (first) => current && setCounts(first),
      () => undefined,
    )
    return () => {
      current = false
      if (wanted.current !== null) clearTimeout(wanted.current)
      wanted.current = null
    }
  }, [])
  useEvent('photos.changed', count)
  useEvent('stories.changed', count)
  useEvent('desk.changed', count)
  useEvent('archive.changed', count)
  return counts
}

/** Values of one kind that are written in several ways. */
export function useSpellings(list: SpellingList): {
  groups: readonly SpellingGroup[] | null
  more: number
  error: CutlineError | null
} {
  const [told, setTold] = useState<{
    list: SpellingList
    groups: readonly SpellingGroup[] | null
    more: number
    error: CutlineError | null
  }>({ list, groups: null, more: 0, error: null })
  const latest = useRef(0)
  const load = useStable(() => {
    const turn = ++latest.current
    invoke('worklists.spellings', { list }).then(
      ({ groups, more }) => turn === latest.current && setTold({ list, groups, more, error: null }),
      (thrown: unknown) =>
        turn === latest.current && setTold({ list, groups: null, more: 0, error: CutlineError.from(thrown) }),
    )
  })
  useEffect(load, [load, list])
  useEvent('photos.changed', load)
  useEvent('desk.changed', load)
  return told.list === list ? told : { groups: null, more: 0, error: null }
}
