import { useRef, useState } from 'react'
import { CutlineError, type Destination } from '#contract'
import { invoke } from '../bridge/bridge.js'

/** What came of trying a destination out; null where it was not tried as it is now. */
export type ConnectionState = 'testing' | 'good' | CutlineError | null

/** Tries destinations out. What was found belongs to the destination as it was tried: `forget` it as soon as that changes. */
export function useConnectionTest(onHostKey: (hostKey: string) => void): {
  state: ConnectionState
  test: (destination: Destination, secret: string | null) => void
  forget: () => void
} {
  const [state, setState] = useState<ConnectionState>(null)
  // Answers to older questions are dropped.
  const newest = useRef(0)
  return {
    state,
    test: (destination, secret) => {
      const own = (newest.current += 1)
      setState('testing')
      invoke('destinations.test', { destination, secret }).then(
        ({ hostKey }) => {
          if (own !== newest.current) return
          setState('good')
          if (hostKey !== null) onHostKey(hostKey)
        },
        (thrown: unknown) => {
          if (own === newest.current) setState(CutlineError.from(thrown))
        },
      )
    },
    forget: () => {
      newest.current += 1
      setState(null)
    },
  }
}
