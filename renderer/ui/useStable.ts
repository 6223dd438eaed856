import { useCallback, useLayoutEffect, useRef } from 'react'

/** A function that stays the same and does what `act` does now: for tiles by the hundred, which compare what they are given. */
export function useStable<Given extends unknown[], Answer>(
  act: (...given: Given) => Answer,
): (...given: Given) => Answer {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((...given) => latest.current(...given), [])
}
