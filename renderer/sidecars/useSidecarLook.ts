import { useEffect } from 'react'
import type { PhotoId } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useSameIds } from '../caption/useSameIds.js'

/** The selection has settled, milliseconds. */
const settled = 400
const most = 200

/** Has the sidecars of the photos selected looked at, and again whenever somebody comes back from another program. */
export function useSidecarLook(photoIds: readonly PhotoId[], readOnly: boolean): void {
  const ids = useSameIds(photoIds)
  useEffect(() => {
    if (readOnly || ids.length === 0) return
    // What cannot be looked at now is looked at the next time.
    const look = () => void invoke('sidecars.look', { ids: ids.slice(0, most) }).catch(() => undefined)
    const timer = setTimeout(look, settled)
    window.addEventListener('focus', look)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('focus', look)
    }
  }, [ids, readOnly])
}
