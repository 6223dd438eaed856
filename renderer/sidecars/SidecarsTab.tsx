import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskRecord } from '#contract'
import { invoke } from '../bridge/bridge.js'
import type { Attempt } from '../desk/DeskDialog.js'
import { recordsOf } from '../desk/useDesk.js'
import { Button } from '../ui/Button.js'
import { SidecarsDialog } from './SidecarsDialog.js'
import styles from './SidecarsDialog.module.css'
import { useSidecarState } from './useSidecarState.js'

interface SidecarsTabProps {
  readonly records: readonly DeskRecord[]
  readonly attempt: Attempt
  readonly readOnly: boolean
}

/** Whether sidecars are kept, how they stand, and what can be done about them. */
export function SidecarsTab({ records, attempt, readOnly }: SidecarsTabProps) {
  const { t } = useTranslation('sidecars')
  const state = useSidecarState()
  const [reviewing, setReviewing] = useState(false)
  const on = recordsOf(records, 'sidecars')[0]?.on ?? true
  const run = (mode: 'check' | 'write') =>
    attempt(async () => {
      await invoke('sidecars.run', { mode })
      return t('started')
    })
  return (
    <div className={styles.tab}>
      <p className={styles.note}>{t('tabNote')}</p>
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={on}
          disabled={readOnly}
          onChange={({ target }) =>
            attempt(() => invoke('desk.put', { records: [{ kind: 'sidecars', id: 'sidecars', on: target.checked }] }))
          }
          data-testid="sidecars-switch"
        />
        {t('keep')}
      </label>
      {state && (
        <p className={styles.note} role="status" data-testid="sidecars-state">
          {!state.on
            ? t(readOnly ? 'stateReadOnly' : 'stateOff')
            : state.waiting > 0
              ? t('stateWaiting', { count: state.waiting })
              : t('stateDone')}
        </p>
      )}
      {state && state.differing > 0 && (
        <div className={styles.switch}>
          {t('changed', { count: state.differing })}
          <Button onPress={() => setReviewing(true)}>{t('review')}</Button>
        </div>
      )}
      {state && state.failed.length > 0 && (
        <div>
          {t('failed', { count: state.failed.length })}
          <ul>
            {state.failed.map(({ file, message }) => (
              <li key={file} title={message}>
                {file}
              </li>
            ))}
          </ul>
        </div>
      )}
      {state && state.damaged.length > 0 && (
        <div>
          {t('damaged', { count: state.damaged.length })}
          <ul>
            {state.damaged.map(({ file, kept }) => (
              <li key={kept}>{t('keptAs', { file, kept: kept.split(/[\\/]/).at(-1) ?? kept })}</li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.actions}>
        <Button onPress={() => run('check')} data-testid="check-sidecars">
          {t('check')}
        </Button>
        {!readOnly && on && (
          <Button onPress={() => run('write')} data-testid="write-sidecars">
            {t('write')}
          </Button>
        )}
      </div>
      {reviewing && <SidecarsDialog onClose={() => setReviewing(false)} />}
    </div>
  )
}
