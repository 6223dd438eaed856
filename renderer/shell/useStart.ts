import { useCallback, useEffect, useState } from 'react'
import type { CommandOutput } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { setLanguage } from '../i18n/i18n.js'

export type Start = CommandOutput<'shell.start'>

/** Asks the shell for settings, language and the archive that is open; `start` is null until it has answered. */
export function useStart(): { start: Start | null; error: CutlineError | null; retry: () => void } {
  const [told, setTold] = useState<{ start: Start | null; error: CutlineError | null }>({ start: null, error: null })
  const ask = useCallback(() => {
    invoke('shell.start', {}).then(
      (start) => {
        setLanguage(start.language)
        document.documentElement.dataset.platform = start.platform
        setTold((before) => (before.start === null ? { start, error: null } : before))
      },
      (thrown: unknown) => setTold({ start: null, error: CutlineError.from(thrown) }),
    )
  }, [])
  useEffect(ask, [ask])
  return {
    ...told,
    retry: () => {
      setTold({ start: null, error: null })
      ask()
    },
  }
}
