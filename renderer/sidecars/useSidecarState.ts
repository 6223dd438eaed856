import { useEffect, useState } from 'react'
import type { SidecarState } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'

/** How the archive's sidecars stand; null until it was asked. */
export function useSidecarState(): SidecarState | null {
  const [state, setState] = useState<SidecarState | null>(null)
  useEffect(() => {
    // An archive that cannot be read says so where its photos are.
    invoke('sidecars.state', {}).then(setState, () => undefined)
  }, [])
  useEvent('sidecars.changed', setState)
  return state
}
