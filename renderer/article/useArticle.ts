import { useRef, useState } from 'react'
import type { ArticleSource, CommandOutput } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'

export type ArticleReading = CommandOutput<'articles.read'>

export interface ReadArticle {
  readonly source: ArticleSource | null
  readonly reading: ArticleReading | null
  readonly refused: readonly number[]
  readonly busy: boolean
  readonly error: CutlineError | null
  readonly read: (source: ArticleSource) => void
  /** Refuses the repair at this place, or makes it after all. */
  readonly toggle: (at: number) => void
  readonly reset: () => void
}

interface State {
  readonly source: ArticleSource | null
  readonly reading: ArticleReading | null
  readonly refused: readonly number[]
  readonly busy: boolean
  readonly error: CutlineError | null
}

const nothing: State = { source: null, reading: null, refused: [], busy: false, error: null }

/** An article being looked at before a story takes it: read again with each repair that is refused. */
export function useArticle(): ReadArticle {
  const [state, setState] = useState<State>(nothing)
  const latest = useRef(0)
  const load = (source: ArticleSource, refused: readonly number[]) => {
    const turn = ++latest.current
    setState((before) => ({ ...before, source, refused, busy: true, error: null }))
    invoke('articles.read', { source, refused: [...refused] }).then(
      (reading) => turn === latest.current && setState({ source, reading, refused, busy: false, error: null }),
      (thrown: unknown) =>
        turn === latest.current &&
        setState({ source: null, reading: null, refused: [], busy: false, error: CutlineError.from(thrown) }),
    )
  }
  return {
    ...state,
    read: (source) => load(source, []),
    toggle: (at) => {
      const { source, refused } = state
      if (source !== null) load(source, refused.includes(at) ? refused.filter((one) => one !== at) : [...refused, at])
    },
    reset: () => {
      latest.current++
      setState(nothing)
    },
  }
}
