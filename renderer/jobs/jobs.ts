import type { AnyEvent, JobFinished, JobId, JobKind, JobProgress, WireError } from '#contract'

/** Long work as the window knows it: under way, ended with what it did, or ended because it could not go on. */
export type Job = { readonly jobId: JobId; readonly kind: JobKind } & (
  | { readonly state: 'running'; readonly progress: JobProgress; readonly cancelling: boolean }
  | { readonly state: 'finished'; readonly finished: JobFinished }
  | { readonly state: 'failed'; readonly error: WireError }
)

/** Jobs in the order they began. */
export type Jobs = readonly Job[]

export type JobsAction =
  | Extract<AnyEvent, { event: 'job.progress' | 'job.finished' | 'job.failed' | 'engine.state' | 'archive.changed' }>
  | { readonly event: 'cancel' | 'dismiss'; readonly jobId: JobId }

/** The jobs after an event. Events of a job that has ended change nothing: they were overtaken on their way. */
export function reduceJobs(jobs: Jobs, action: JobsAction): Jobs {
  switch (action.event) {
    case 'job.progress': {
      const { jobId, kind } = action.payload
      const known = jobs.find((job) => job.jobId === jobId)
      if (known !== undefined && known.state !== 'running') return jobs
      return put(jobs, {
        jobId,
        kind,
        state: 'running',
        progress: action.payload,
        cancelling: known?.cancelling ?? false,
      })
    }
    case 'job.finished': {
      const { jobId, kind } = action.payload
      return put(jobs, { jobId, kind, state: 'finished', finished: action.payload })
    }
    case 'job.failed': {
      const { jobId, kind, error } = action.payload
      return put(jobs, { jobId, kind, state: 'failed', error })
    }
    case 'engine.state':
      return action.payload.state === 'ready' ? jobs : jobs.map(stopped)
    case 'archive.changed':
      // An archive that closes takes its running jobs along; how they ended comes before this event.
      return action.payload.archive === null ? jobs.filter(({ state }) => state !== 'running') : jobs
    case 'cancel':
      return jobs.map((job) =>
        job.jobId === action.jobId && job.state === 'running' ? { ...job, cancelling: true } : job,
      )
    case 'dismiss':
      return jobs.filter((job) => job.jobId !== action.jobId || job.state === 'running')
  }
}

/** How much is done, 0 to 1: by bytes where they are known, since files differ in size; null while nothing is. */
export function progressShare({ done, total, bytesDone, bytesTotal }: JobProgress): number | null {
  const share = bytesTotal > 0 ? bytesDone / bytesTotal : total > 0 ? done / total : null
  return share === null ? null : Math.min(1, Math.max(0, share))
}

function put(jobs: Jobs, job: Job): Jobs {
  return jobs.some(({ jobId }) => jobId === job.jobId)
    ? jobs.map((other) => (other.jobId === job.jobId ? job : other))
    : [...jobs, job]
}

/** The engine died or starts anew: what ran in it has ended, and nobody else will say so. */
function stopped(job: Job): Job {
  if (job.state !== 'running') return job
  const error = { code: 'engine-stopped', message: 'The engine stopped while this was under way.' } as const
  return { jobId: job.jobId, kind: job.kind, state: 'failed', error }
}
