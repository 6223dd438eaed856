import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UndoState } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import { useNotices } from '../ui/notices.js'
import { settleDrafts } from './settle-drafts.js'
import { useFailure } from './useFailure.js'

export interface Undo {
  /** What would be undone and redone now. */
  readonly state: UndoState
  readonly undo: () => void
  readonly redo: () => void
}

/**
 * Undo and redo over the session. Text that is being typed is saved first and so is the first thing taken back: whatever
 * Undo takes away, Redo brings again. What was done is told.
 */
export function useUndo(): Undo {
  const { t } = useTranslation('window')
  const { say } = useNotices()
  const attempt = useFailure()
  const [state, setState] = useState<UndoState>({ undo: null, redo: null })

  const read = useCallback(() => {
    invoke('edits.state', {}).then(setState, (thrown: unknown) => {
      // Between two archives there is nothing to undo; whatever else is wrong shows where it matters.
      if (CutlineError.from(thrown).code === 'no-archive') setState({ undo: null, redo: null })
    })
  }, [])
  useEffect(read, [read])
  useEvent('edits.changed', setState)
  useEvent('archive.changed', read)

  const go = useCallback(
    (direction: 'undo' | 'redo') =>
      attempt(async () => {
        await settleDrafts()
        const { kind, skipped } = await invoke(`edits.${direction}`, {})
        if (kind === null) {
          say(t(direction === 'undo' ? 'nothingToUndo' : 'nothingToRedo'))
          return
        }
        const done = t(direction === 'undo' ? 'undone' : 'redone', { edit: t(`edit${kind}`) })
        say(skipped === 0 ? done : `${done} ${t('skipped', { count: skipped })}`)
      }),
    [attempt, say, t],
  )
  return useMemo(() => ({ state, undo: () => go('undo'), redo: () => go('redo') }), [state, go])
}
