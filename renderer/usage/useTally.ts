import { useCallback, useEffect, useRef, useState } from 'react'
import type { TallyQuestion, UsageTally } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'

/** How long changes are left to gather before the tally is counted anew, milliseconds. */
const rest = 1_000

/** The tally of a period, counted anew after exports and edits. `tally` is null until it is there. */
export function useTally(question: TallyQuestion): {
  tally: UsageTally | null
  error: CutlineError | null
  reload: () => void
} {
  const [told, setTold] = useState<{
    question: TallyQuestion
    tally: UsageTally | null
    error: CutlineError | null
  } | null>(null)
  const latest = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const reload = useCallback(() => {
    const turn = ++latest.current
    invoke('usage.tally', question).then(
      (tally) => turn === latest.current && setTold({ question, tally, error: null }),
      (thrown: unknown) =>
        turn === latest.current && setTold({ question, tally: null, error: CutlineError.from(thrown) }),
    )
  }, [question])
  useEffect(reload, [reload])
  useEffect(() => () => clearTimeout(timer.current), [])
  const soon = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(reload, rest)
  }
  useEvent('usage.changed', soon)
  useEvent('photos.changed', soon)
  useEvent('desk.changed', soon)
  return {
    tally: told?.question === question ? told.tally : null,
    error: told?.question === question ? told.error : null,
    reload,
  }
}
