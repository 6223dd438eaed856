import { useCallback, useEffect, useState } from 'react'
import { CutlineError } from '#contract'

/** What came of the last thing tried: a sentence, or the error that stopped it. */
export type Outcome = string | CutlineError | null

/** Milliseconds that a sentence stays; an error stays until something else is tried. */
const sentenceStays = 8_000

/** Tries things that may fail and keeps what came of the last one, to be shown where it was asked for. */
export function useAttempt(): {
  message: Outcome
  say: (message: Outcome) => void
  /** Begins something; when it answers a sentence, that is said. */
  attempt: (what: () => Promise<unknown>) => void
} {
  const [message, say] = useState<Outcome>(null)
  const attempt = useCallback((what: () => Promise<unknown>) => {
    what().then(
      (outcome) => say(typeof outcome === 'string' ? outcome : null),
      (thrown: unknown) => say(CutlineError.from(thrown)),
    )
  }, [])
  useEffect(() => {
    if (typeof message !== 'string') return
    const timer = setTimeout(() => say(null), sentenceStays)
    return () => clearTimeout(timer)
  }, [message])
  return { message, say, attempt }
}
