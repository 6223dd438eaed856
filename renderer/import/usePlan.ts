import { useEffect, useState } from 'react'
import type { CommandInput, ImportPlan, JobId, JobProgress } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import { useStable } from '../ui/useStable.js'

/** Milliseconds between a change and the plan for it: a name template is typed letter by letter. */
const rest = 350

export interface Planning {
  /** The latest plan; stays while the next one is made. null until there is one. */
  plan: ImportPlan | null
  error: CutlineError | null
  progress: JobProgress | null
  /** The plan shown is that of the choices at hand. */
  isCurrent: boolean
}

/** What an import would do with these choices, worked out anew when they change. `key` names the choices. */
export function usePlan(input: CommandInput<'import.plan'>, key: string): Planning {
  const [job, setJob] = useState<{ id: JobId; key: string } | null>(null)
  const [told, setTold] = useState<{ plan: ImportPlan | null; error: CutlineError | null; key: string }>({
    plan: null,
    error: null,
    key: '',
  })
  const [progress, setProgress] = useState<JobProgress | null>(null)
  const begin = useStable(async (): Promise<JobId | null> => {
    try {
      const { jobId } = await invoke('import.plan', input)
      return jobId
    } catch (thrown) {
      const error = CutlineError.from(thrown)
      setTold((before) => ({ ...before, error, key }))
      return null
    }
  })
  useEffect(() => {
    let gone = false
    let id: JobId | null = null
    const timer = setTimeout(
      () =>
        void begin().then((started) => {
          id = started
          if (gone) cancel(started)
          else if (started !== null) setJob({ id: started, key })
        }),
      // The first plan is waited for.
      told.key === '' ? 0 : rest,
    )
    return () => {
      gone = true
      clearTimeout(timer)
      cancel(id)
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- whether a plan was told decides only how long to wait
  }, [key, begin])
  useEvent('job.progress', (payload) => {
    if (payload.jobId === job?.id) setProgress(payload)
  })
  useEvent('job.finished', (payload) => {
    if (payload.kind !== 'plan' || payload.jobId !== job?.id || payload.cancelled) return
    setTold({ plan: payload.result, error: null, key: job.key })
  })
  useEvent('job.failed', (payload) => {
    if (payload.jobId !== job?.id) return
    setTold((before) => ({ ...before, error: CutlineError.fromWire(payload.error), key: job.key }))
  })
  return { plan: told.plan, error: told.error, progress, isCurrent: told.key === key }
}

function cancel(jobId: JobId | null): void {
  // One that cannot be found has ended.
  if (jobId !== null) invoke('jobs.cancel', { jobId }).catch(() => undefined)
}
