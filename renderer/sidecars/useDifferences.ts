import { useCallback, useEffect, useRef, useState } from 'react'
import type { SidecarDifference } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'

/** Photos shown at a time; the next ones come up as these are decided. */
const shown = 30

export interface Differences {
  readonly total: number
  readonly photos: readonly SidecarDifference[]
}

/** Changes in sidecars that nobody has decided on; null until they were read. Kept up with every change. */
export function useDifferences(onError: (error: CutlineError) => void): {
  differences: Differences | null
  reload: () => Promise<void>
} {
  const [differences, setDifferences] = useState<Differences | null>(null)
  const turn = useRef(0)
  const reload = useCallback(async () => {
    const mine = ++turn.current
    try {
      const found = await invoke('sidecars.differences', { limit: shown })
      if (mine === turn.current) setDifferences(found)
    } catch (thrown) {
      onError(CutlineError.from(thrown))
    }
  }, [onError])
  useEffect(() => {
    // The page begins with what the engine knows; the answer comes later than this effect.
    const first = setTimeout(() => void reload())
    return () => clearTimeout(first)
  }, [reload])
  useEvent('sidecars.changed', () => void reload())
  useEvent('photos.changed', () => void reload())
  return { differences, reload }
}
