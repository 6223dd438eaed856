import { useEffect, useState } from 'react'
import { invoke } from '../bridge/bridge.js'

/** Whether the section was open last; it outlives the pane, and the settings keep it beyond the window. */
let last: boolean | null = null

/** Whether the fields that are filled in less often are shown; remembered on this computer. */
export function useMoreFields(): [open: boolean, setOpen: (open: boolean) => void] {
  const [open, setOpen] = useState(last ?? false)
  useEffect(() => {
    if (last !== null) return
    invoke('shell.start', {}).then(
      ({ settings }) => setOpen((last ??= settings.moreFields)),
      () => undefined,
    )
  }, [])
  const change = (next: boolean) => {
    last = next
    setOpen(next)
    // Not remembered is no reason to disturb anybody.
    invoke('shell.setSettings', { moreFields: next }).catch(() => undefined)
  }
  return [open, change]
}
