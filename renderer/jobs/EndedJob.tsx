import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { invoke } from '../bridge/bridge.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { Button } from '../ui/Button.js'
import styles from './JobBar.module.css'
import { detailLists } from './job-details.js'
import type { Job } from './jobs.js'
import { useJobSummary } from './useJobSummary.js'
import { useAttempt } from '../story/useAttempt.js'
import { useStable } from '../ui/useStable.js'

interface EndedJobProps {
  readonly job: Exclude<Job, { state: 'running' }>
  readonly onDetails: () => void
  readonly onDismiss: () => void
}

/** Milliseconds that the end of a job stays to be read where there is nothing to do about it. */
const readingTime = 12_000

/** How a job ended, in one line, with the way to what it could not do. */
export function EndedJob({ job, onDetails, onDismiss }: EndedJobProps) {
  const { t } = useTranslation('jobs')
  const errorText = useErrorText()
  const summary = useJobSummary(job)
  const { message, attempt } = useAttempt()
  const finished = job.state === 'finished' ? job.finished : null
  const hasDetails = finished !== null && detailLists(finished).length > 0
  const exported = finished?.kind === 'export' && !finished.cancelled
  const needsNothing = finished !== null && !finished.cancelled && !hasDetails && !exported
  const dismissLater = useStable(onDismiss)
  useEffect(() => {
    if (!needsNothing) return
    const timer = setTimeout(dismissLater, readingTime)
    return () => clearTimeout(timer)
  }, [needsNothing, dismissLater])
  return (
    <div className={styles.job} data-kind={job.kind} data-state={job.state} data-testid="job-ended">
      <span className={styles.summary} role={job.state === 'failed' ? 'alert' : 'status'}>
        {message instanceof Error ? errorText(message) : summary}
      </span>
      {exported && (
        <Button onPress={() => attempt(() => invoke('shell.reveal', { what: 'export', id: job.jobId }))}>
          {t('reveal')}
        </Button>
      )}
      {hasDetails && (
        <Button onPress={onDetails} data-testid="job-details">
          {t('details')}
        </Button>
      )}
      <Button onPress={onDismiss} aria-label={t('dismiss')} data-testid="job-dismiss">
        ✕
      </Button>
    </div>
  )
}
