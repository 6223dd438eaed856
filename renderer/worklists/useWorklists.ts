import { useEffect, useRef, useState } from 'react'
import type { CommandOutput, SpellingGroup, SpellingList } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import { LatestAnswer } from '../finding/latest-answer.js'
import { useStable } from '../ui/useStable.js'

export type WorklistCounts = CommandOutput<'worklists.counts'>

/** Milliseconds after the last change, and after the window has opened: the sheet goes first. */
const pause = 1_500

/** How much each list holds; null until it has been counted. Counted again a moment after photos or the desk changed. */
export function useWorklistCounts(): WorklistCounts | null {
  const [counts, setCounts] = useState<WorklistCounts | null>(null)
  const latest = useRef<LatestAnswer<unknown, WorklistCounts> | null>(null)
  useEffect(() => {
    // The sheet says why photos cannot be read; here the numbers just stay as they were.
    const asker = new LatestAnswer(() => invoke('worklists.counts', {}), setCounts)
    latest.current = asker
    asker.put({}, pause)
    return () => asker.stop()
  }, [])
  const again = useStable(() => latest.current?.put({}, pause))
  useEvent('photos.changed', again)
  useEvent('stories.changed', again)
  useEvent('desk.changed', again)
  useEvent('archive.changed', again)
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
