import { useCallback, useReducer } from 'react'
import type { JobId } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import type { Jobs } from './jobs.js'
import { reduceJobs } from './jobs.js'

/** The jobs heard of since this was shown first. */
export function useJobs(): {
  jobs: Jobs
  cancel: (jobId: JobId) => void
  dismiss: (jobId: JobId) => void
  /** Lets a job wait before its next item, or go on. */
  pause: (jobId: JobId, paused: boolean) => void
} {
  const [jobs, tell] = useReducer(reduceJobs, [])
  useEvent('job.progress', (payload) => tell({ event: 'job.progress', payload }))
  useEvent('job.finished', (payload) => tell({ event: 'job.finished', payload }))
  useEvent('job.failed', (payload) => tell({ event: 'job.failed', payload }))
  useEvent('engine.state', (payload) => tell({ event: 'engine.state', payload }))
  useEvent('archive.changed', (payload) => tell({ event: 'archive.changed', payload }))

  const cancel = useCallback((jobId: JobId) => {
    tell({ event: 'cancel', jobId })
    // A job that cannot be found has ended meanwhile, and its end is told by an event.
    invoke('jobs.cancel', { jobId }).catch(() => undefined)
  }, [])
  const dismiss = useCallback((jobId: JobId) => tell({ event: 'dismiss', jobId }), [])
  const pause = useCallback((jobId: JobId, paused: boolean) => {
    invoke(paused ? 'jobs.pause' : 'jobs.resume', { jobId }).catch(() => undefined)
  }, [])
  return { jobs, cancel, dismiss, pause }
}
