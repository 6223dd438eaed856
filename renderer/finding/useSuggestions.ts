import { useCallback, useEffect, useRef, useState } from 'react'
import { invoke } from '../bridge/bridge.js'
import { LatestAnswer } from './latest-answer.js'
import type { Suggestion } from './suggestions.js'
import { completionsOf } from './suggestions.js'

/** Milliseconds after a key before completions are asked for. */
const pause = 80

interface Asked {
  readonly text: string
  readonly caret: number
}

/** Completions of what is being typed; `ask` wants those at a caret, `drop` none. */
export function useSuggestions() {
  const [found, setFound] = useState<{ text: string; suggestions: readonly Suggestion[] }>({
    text: '',
    suggestions: [],
  })
  const latest = useRef<LatestAnswer<Asked, readonly Suggestion[]> | null>(null)
  useEffect(() => {
    const asker = new LatestAnswer(
      async ({ text, caret }: Asked) => completionsOf(await invoke('search.complete', { text, caret }), text, caret),
      (suggestions, { text }) => setFound({ text, suggestions }),
    )
    latest.current = asker
    return () => asker.stop()
  }, [])
  const ask = useCallback((text: string, caret: number) => latest.current?.put({ text, caret }, pause), [])
  const drop = useCallback(() => {
    latest.current?.stop()
    setFound({ text: '', suggestions: [] })
  }, [])
  return { found, ask, drop }
}
