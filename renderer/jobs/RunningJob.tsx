import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.js'
import { ProgressBar } from '../ui/ProgressBar.js'
import { byteText, timeText } from './amount-text.js'
import styles from './JobBar.module.css'
import type { Job } from './jobs.js'
import { progressShare } from './jobs.js'

interface RunningJobProps {
  readonly job: Extract<Job, { state: 'running' }>
  readonly onCancel: () => void
  readonly onPause: (paused: boolean) => void
}

/** A job under way: counts, bytes, the file in hand, the time left. */
export function RunningJob({ job: { kind, progress, cancelling }, onCancel, onPause }: RunningJobProps) {
  const { t, i18n } = useTranslation('jobs')
  const number = new Intl.NumberFormat(i18n.language)
  const { phase, done, total, bytesDone, bytesTotal, current, secondsLeft, failed, paused } = progress
  const facts = [
    paused && t('paused'),
    phase === 'scanning' && t('scanning'),
    phase === 'finishing' && t('finishing'),
    total > 0 && t('counts', { done: number.format(done), total: number.format(total) }),
    bytesTotal > 0 &&
      t('bytes', { done: byteText(bytesDone, i18n.language), total: byteText(bytesTotal, i18n.language) }),
    secondsLeft !== null && phase === 'working' && t('left', { time: timeText(secondsLeft, i18n.language) }),
    failed > 0 && t('failedSoFar', { count: failed }),
  ].filter((fact) => fact !== false)
  return (
    <div className={styles.job} data-kind={kind} data-state="running">
      <strong className={styles.title}>{t(`title${kind}`)}</strong>
      <ProgressBar label={t(`title${kind}`)} value={progressShare(progress)} valueText={facts.join(' · ')} />
      <span className={styles.facts}>{facts.join(' · ')}</span>
      <span className={styles.current} title={current}>
        {current}
      </span>
      {kind === 'import' && (
        <Button onPress={() => onPause(!paused)} isDisabled={cancelling} data-testid="job-pause">
          {t(paused ? 'resume' : 'pause')}
        </Button>
      )}
      <Button onPress={onCancel} isDisabled={cancelling} data-testid="job-cancel">
        {cancelling ? t('cancelling') : t('cancel')}
      </Button>
    </div>
  )
}
