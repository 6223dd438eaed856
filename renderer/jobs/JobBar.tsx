import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { JobId } from '#contract'
import { EndedJob } from './EndedJob.js'
import { JobDetailsDialog } from './JobDetailsDialog.js'
import styles from './JobBar.module.css'
import { RunningJob } from './RunningJob.js'
import { useJobs } from './useJobs.js'

/** Long work at the window's foot: how far it is, how it ended, and what could not be done. Nothing where there is none. */
export function JobBar() {
  const { t } = useTranslation('jobs')
  const { jobs: all, cancel, dismiss, pause } = useJobs()
  // Plans are shown by the dialogs that asked for them.
  const jobs = all.filter(({ kind }) => kind !== 'plan' && kind !== 'bundle-plan')
  const [detailsOf, setDetailsOf] = useState<JobId | null>(null)
  const details = jobs.find(({ jobId }) => jobId === detailsOf)
  return (
    <>
      <section className={styles.bar} aria-label={t('jobs')} data-testid="job-bar" hidden={jobs.length === 0}>
        {jobs.map((job) =>
          job.state === 'running' ? (
            <RunningJob
              key={job.jobId}
              job={job}
              onCancel={() => cancel(job.jobId)}
              onPause={(paused) => pause(job.jobId, paused)}
            />
          ) : (
            <EndedJob
              key={job.jobId}
              job={job}
              onDetails={() => setDetailsOf(job.jobId)}
              onDismiss={() => dismiss(job.jobId)}
            />
          ),
        )}
      </section>
      {details?.state === 'finished' && (
        <JobDetailsDialog finished={details.finished} onClose={() => setDetailsOf(null)} />
      )}
    </>
  )
}
