import { useEffect, useRef, useState } from 'react'
import type { QueryProblem } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { LatestAnswer } from './latest-answer.js'

/** Milliseconds that a query rests before it is told what is wrong in it. */
const rest = 350

/** What is wrong in a typed query, as soon as it rests; what is still being typed at its end is not complained of. */
export function useQueryProblems(text: string): readonly QueryProblem[] {
  const [found, setFound] = useState<{ text: string; problems: readonly QueryProblem[] }>({ text: '', problems: [] })
  const latest = useRef<LatestAnswer<string, { problems: QueryProblem[] }> | null>(null)
  useEffect(() => {
    const asker = new LatestAnswer(
      (asked: string) => invoke('search.check', { text: asked }),
      ({ problems }, asked) => setFound({ text: asked, problems }),
    )
    latest.current = asker
    return () => asker.stop()
  }, [])
  useEffect(() => latest.current?.put(text, rest), [text])
  return found.text === text ? found.problems.filter((problem) => !isUnfinished(problem, text)) : []
}

/** Whether a problem is only that its end has not been typed yet. */
export function isUnfinished({ code, to }: QueryProblem, text: string): boolean {
  return to >= text.length && (code === 'value-missing' || code === 'quote-open')
}
