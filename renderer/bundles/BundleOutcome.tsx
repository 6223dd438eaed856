import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useErrorText } from '../i18n/useErrorText.js'
import type { Job } from '../jobs/jobs.js'
import { useAttempt } from '../story/useAttempt.js'
import { Button } from '../ui/Button.js'
import styles from './BundleDialog.module.css'

interface BundleOutcomeProps {
  readonly job: Exclude<Job, { state: 'running' }>
  readonly onClose: () => void
}

/** What was taken of a bundle, with one step back; or why nothing was. */
export function BundleOutcome({ job, onClose }: BundleOutcomeProps) {
  const { t } = useTranslation('bundles')
  const errorText = useErrorText()
  const { message, attempt } = useAttempt()
  const [undone, setUndone] = useState(false)
  const finished = job.state === 'finished' && job.finished.kind === 'bundle-take' ? job.finished : null
  if (finished === null || finished.cancelled) {
    return (
      <>
        <p role="alert" data-testid="bundle-ended">
          {job.state === 'failed'
            ? t('failed', { reason: errorText(CutlineError.fromWire(job.error)) })
            : t('cancelled')}
        </p>
        <footer>
          <Button onPress={onClose}>{t('close')}</Button>
        </footer>
      </>
    )
  }
  const { added, changed, same, storyChanged, undecided, failed, warnings } = finished.result
  const facts = [
    added.length > 0 && t('addedCount', { count: added.length }),
    changed.length > 0 && t('changedCount', { count: changed.length }),
    storyChanged && t('storyChanged'),
    same > 0 && t('sameCount', { count: same }),
    undecided > 0 && t('undecidedCount', { count: undecided }),
  ].filter((fact) => fact !== false)
  const nothing = added.length + changed.length === 0 && !storyChanged
  const undo = () =>
    attempt(async () => {
      const { kind } = await invoke('edits.undo', {})
      if (kind === 'bundle.take') setUndone(true)
    })
  return (
    <>
      <p role="status" className={styles.sound} data-testid="bundle-done">
        <strong>{undone ? t('undone') : t('done')}</strong>
      </p>
      {!undone && (
        <ul data-testid="bundle-facts">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {[...failed, ...warnings].length > 0 && (
        <div role="alert" className={styles.notice}>
          <ul>
            {[...failed, ...warnings].map(({ file, code, message: text }, at) => (
              <li key={`${at} ${file}`}>{t('findingOf', { file, text: errorText(new CutlineError(code, text)) })}</li>
            ))}
          </ul>
        </div>
      )}
      {message instanceof CutlineError && <p role="alert">{errorText(message)}</p>}
      <footer>
        {!undone && !nothing && (
          <Button onPress={undo} data-testid="bundle-undo">
            {t('undo')}
          </Button>
        )}
        <Button variant="primary" onPress={onClose} autoFocus data-testid="bundle-close">
          {t('close')}
        </Button>
      </footer>
    </>
  )
}
