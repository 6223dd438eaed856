import { useEffect, useState } from 'react'
import type { CommandOutput } from '#contract'
import { invoke } from '../bridge/bridge.js'

/** Whether this computer keeps passwords, and this destination's; null until it is known. */
export function useSecretState(id: string | null): CommandOutput<'shell.secretState'> | null {
  const [known, setKnown] = useState<{ id: string; state: CommandOutput<'shell.secretState'> } | null>(null)
  useEffect(() => {
    if (id === null) return
    let gone = false
    invoke('shell.secretState', { id }).then(
      (state) => !gone && setKnown({ id, state }),
      // Then it is asked for.
      () => !gone && setKnown({ id, state: { available: false, kept: false } }),
    )
    return () => {
      gone = true
    }
  }, [id])
  return known?.id === id ? known.state : null
}
