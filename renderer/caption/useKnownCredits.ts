import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownCredit, StoryId } from '#contract'
import { invoke } from '../bridge/bridge.js'

interface KnownCredits {
  /** The likeliest first; a few common ones where the archive has none yet. */
  readonly credits: readonly KnownCredit[]
  /** Looks at the archive again. */
  readonly refresh: () => void
  /** Puts a credit first that was just given, without asking the archive. */
  readonly remember: (line: string) => void
}

/** The credits of this desk; before them those that the article of a story completes. */
export function useKnownCredits(storyId: StoryId | null): KnownCredits {
  const { t } = useTranslation('caption')
  const starters = t('starterCredits')
  const [credits, setCredits] = useState<readonly KnownCredit[]>([])
  const refresh = useCallback(() => {
    // Without the list, a credit is typed as before; the pane itself tells what is wrong with the archive.
    invoke('credits.list', { also: starters.split('|'), storyId }).then(
      (answer) => setCredits(answer.credits),
      () => undefined,
    )
  }, [starters, storyId])
  const remember = useCallback((line: string) => {
    if (line.trim() === '') return
    setCredits((before) => {
      const known = before.find((credit) => credit.line === line) ?? { line, photos: 0, keys: [plainKey(line)] }
      return [known, ...before.filter((credit) => credit !== known)]
    })
  }, [])
  useEffect(refresh, [refresh])
  return { credits, refresh, remember }
}

/** Pinyin is the engine's to know; until it has seen the credit, its characters find it. */
function plainKey(line: string): string {
  return line.toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, '')
}
