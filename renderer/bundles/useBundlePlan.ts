import { useEffect, useState } from 'react'
import { type BundlePlan, CutlineError, type JobId, type JobProgress } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'

/** What taking the bundle would do; null until it is known, or why it cannot be told. */
export function useBundlePlan(place: string): {
  plan: BundlePlan | null
  error: CutlineError | null
  progress: JobProgress | null
} {
  const [jobId, setJobId] = useState<JobId | null>(null)
  const [plan, setPlan] = useState<BundlePlan | null>(null)
  const [error, setError] = useState<CutlineError | null>(null)
  const [progress, setProgress] = useState<JobProgress | null>(null)
  useEffect(() => {
    let gone = false
    let started: JobId | null = null
    // One that cannot be found has ended.
    const cancel = (id: JobId) => invoke('jobs.cancel', { jobId: id }).catch(() => undefined)
    invoke('bundles.plan', { place }).then(
      (answer) => {
        if (gone) void cancel(answer.jobId)
        else setJobId((started = answer.jobId))
      },
      (thrown: unknown) => !gone && setError(CutlineError.from(thrown)),
    )
    return () => {
      gone = true
      if (started !== null) void cancel(started)
    }
  }, [place])
  useEvent('job.progress', (told) => {
    if (told.jobId === jobId) setProgress(told)
  })
  useEvent('job.finished', (told) => {
    if (told.kind === 'bundle-plan' && told.jobId === jobId && !told.cancelled) setPlan(told.result)
  })
  useEvent('job.failed', (told) => {
    if (told.jobId === jobId) setError(CutlineError.fromWire(told.error))
  })
  return { plan, error, progress }
}
