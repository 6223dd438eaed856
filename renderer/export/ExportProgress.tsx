import { useTranslation } from 'react-i18next'
import type { Job } from '../jobs/jobs.js'
import { progressShare } from '../jobs/jobs.js'
import { Button } from '../ui/Button.js'
import { ProgressBar } from '../ui/ProgressBar.js'
import styles from './ExportDialog.module.css'

interface ExportProgressProps {
  /** Missing until the job tells of itself for the first time. */
  readonly job: Job | undefined
  readonly onCancel: () => void
  readonly onClose: () => void
}

/** An export under way. The dialog may be closed; the job bar goes on telling. */
export function ExportProgress({ job, onCancel, onClose }: ExportProgressProps) {
  const { t } = useTranslation('export')
  const running = job?.state === 'running' ? job : null
  const { phase, done = 0, total = 0, current } = running?.progress ?? {}
  const text =
    phase === 'finishing'
      ? t('finishing')
      : total > 0
        ? t('working', { done: Math.min(done + 1, total), total })
        : t('starting')
  return (
    <>
      <p aria-live="polite">{text}</p>
      <ProgressBar
        label={t('title')}
        value={running === null ? null : progressShare(running.progress)}
        valueText={text}
      />
      <p className={styles.current}>{current}</p>
      <footer>
        <Button onPress={onCancel} isDisabled={running?.cancelling ?? false} data-testid="export-cancel">
          {running?.cancelling ? t('stopping') : t('stop')}
        </Button>
        <Button onPress={onClose}>{t('close')}</Button>
      </footer>
    </>
  )
}
