import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownCredit } from '#contract'
import { invoke } from '../bridge/bridge.js'

/** The credits of this desk, the likeliest first; a few common ones where the archive has none yet. `refresh` looks again. */
export function useKnownCredits(): { credits: readonly KnownCredit[]; refresh: () => void } {
  const { t } = useTranslation('caption')
  const [used, setUsed] = useState<readonly KnownCredit[]>([])
  const refresh = useCallback(() => {
    // Without the list, a credit is typed as before; the pane itself tells what is wrong with the archive.
    invoke('credits.list', {}).then(
      ({ credits }) => setUsed(credits),
      () => undefined,
    )
  }, [])
  useEffect(refresh, [refresh])
  const starters = t('starterCredits')
  const credits = useMemo(() => {
    const known = new Set(used.map(({ line }) => line))
    const common = starters.split('|').filter((line) => !known.has(line))
    return [...used, ...common.map((line) => ({ line, photos: 0, keys: [line.toLowerCase().replace(/\s+/g, '')] }))]
  }, [used, starters])
  return { credits, refresh }
}
