import { CutlineError, type JobFailed, type JobFinished, type JobKind, type JobResult } from '#contract'
import type { Engine } from '../engine/engine.js'
import type { ProgressLine } from './progress-line.js'

type End = { finished: JobFinished } | { failed: JobFailed }

/** How a job ended; a cancelled one says what it had finished. */
export interface JobEnd<K extends JobKind> {
  cancelled: boolean
  result: JobResult<K>
}

/** Follows an engine's jobs: shows their progress, hands over their ends. */
export class JobEnds {
  private readonly ends = new Map<string, End>()
  private readonly waiting = new Map<string, () => void>()

  constructor(
    private readonly engine: Engine,
    private readonly progress: ProgressLine,
    private readonly interrupt: AbortSignal,
  ) {
    engine.on(({ event, payload }) => {
      if (event === 'job.progress') progress.show(payload)
      else if (event === 'job.finished') this.end(payload.jobId, { finished: payload })
      else if (event === 'job.failed') this.end(payload.jobId, { failed: payload })
    })
  }

  /** Waits for a job's end; an interrupt cancels it. Rejects with the job's error where it could not go on. */
  async of<K extends JobKind>(kind: K, jobId: string): Promise<JobEnd<K>> {
    // A job that ends at this very moment cannot be cancelled any more, and need not.
    const cancel = () => void this.engine.invoke('jobs.cancel', { jobId }).catch(() => undefined)
    if (this.interrupt.aborted) cancel()
    this.interrupt.addEventListener('abort', cancel)
    const end = await this.wait(jobId)
    this.interrupt.removeEventListener('abort', cancel)
    this.progress.clear()
    if ('failed' in end) throw CutlineError.fromWire(end.failed.error)
    const { cancelled, result } = end.finished
    if (end.finished.kind !== kind) throw new CutlineError('internal', `The job was no ${kind}.`)
    // The kind was compared the line before, which the compiler cannot carry over to the result.
    return { cancelled, result: result as JobResult<K> }
  }

  private async wait(jobId: string): Promise<End> {
    for (;;) {
      const end = this.ends.get(jobId)
      if (end) return end
      await new Promise<void>((resolve) => this.waiting.set(jobId, resolve))
    }
  }

  private end(jobId: string, end: End): void {
    this.ends.set(jobId, end)
    this.waiting.get(jobId)?.()
  }
}
