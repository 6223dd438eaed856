import { v4 as uuid } from 'uuid'
import {
  type AnyEvent,
  CutlineError,
  type Failure,
  type JobFinished,
  type JobKind,
  type JobProgress,
  type JobResult,
} from '#contract'
import type { Job } from './job.js'
import { secondsLeft } from './time-left.js'

/** Progress is told at most so often, milliseconds. */
const interval = 200

/** Why work was aborted when the program closes. */
const closing = 'closing'

interface Running {
  kind: JobKind
  controller: AbortController
  report: Report
  ended: Promise<void>
}

/** Long work: started at once, told about by events, cancelled by id. */
export class Jobs {
  private readonly running = new Map<string, Running>()

  constructor(private readonly emit: (event: AnyEvent) => void) {}

  /**
   * Starts work and answers its id. `run` stops soon after the job's signal is aborted and returns what it had
   * finished; what it throws ends the job as failed (`cancelled` where it had nothing to keep).
   */
  start<K extends JobKind>(kind: K, run: (job: Job) => Promise<JobResult<K>>): string {
    const id = uuid()
    const controller = new AbortController()
    const report = new Report(id, kind, controller.signal, this.emit)
    const ended = this.follow(id, kind, controller, report, run)
    this.running.set(id, { kind, controller, report, ended })
    return id
  }

  /** Whether anything is under way. */
  get busy(): boolean {
    return this.running.size > 0
  }

  /** Rejects with `job-not-found` for a job that has ended or never was. */
  cancel(id: string): void {
    this.job(id).controller.abort()
  }

  /** Lets work wait before its next item, or go on. Throws as `cancel` does. */
  pause(id: string, paused: boolean): void {
    this.job(id).report.pause(paused)
  }

  private job(id: string): Running {
    const job = this.running.get(id)
    if (!job) throw new CutlineError('job-not-found', 'This work has ended already.', { id })
    return job
  }

  isRunning(id: string): boolean {
    return this.running.has(id)
  }

  /** Resolves when a job has ended, however it did. */
  async ended(id: string): Promise<void> {
    await this.running.get(id)?.ended
  }

  /** Whether work of a kind is under way. */
  isWorking(kind: JobKind): boolean {
    return [...this.running.values()].some((job) => job.kind === kind)
  }

  /** Cancels everything and waits until it has stopped. */
  async close(): Promise<void> {
    const jobs = [...this.running.values()]
    for (const { controller } of jobs) controller.abort(closing)
    await Promise.all(jobs.map(({ ended }) => ended))
  }

  private async follow<K extends JobKind>(
    id: string,
    kind: K,
    controller: AbortController,
    report: Report,
    run: (job: Job) => Promise<JobResult<K>>,
  ): Promise<void> {
    // The caller learns the id before the first event.
    await new Promise(setImmediate)
    try {
      report.send()
      const result = await run(report)
      report.send()
      // `kind` and `result` belong together by run's type, which a union of objects cannot express.
      const payload = { jobId: id, kind, cancelled: controller.signal.aborted, result } as JobFinished
      this.running.delete(id)
      this.emit({ event: 'job.finished', payload })
    } catch (error) {
      this.running.delete(id)
      this.emit({ event: 'job.failed', payload: { jobId: id, kind, error: CutlineError.from(error).toWire() } })
    } finally {
      report.end()
    }
  }
}

class Report implements Job {
  readonly failures: Failure[] = []
  private readonly state: JobProgress
  private readonly started = Date.now()
  private lastSent = 0
  private timer: NodeJS.Timeout | null = null
  private waiting: (() => void)[] = []

  constructor(
    readonly id: string,
    kind: JobKind,
    readonly signal: AbortSignal,
    private readonly emit: (event: AnyEvent) => void,
  ) {
    this.state = {
      jobId: id,
      kind,
      phase: 'scanning',
      done: 0,
      total: 0,
      bytesDone: 0,
      bytesTotal: 0,
      current: '',
      secondsLeft: null,
      failed: 0,
      paused: false,
    }
    signal.addEventListener('abort', () => this.pause(false))
  }

  progress(update: Partial<JobProgress>): void {
    Object.assign(this.state, update)
    const wait = this.lastSent + interval - Date.now()
    if (wait <= 0) this.send()
    else this.timer ??= setTimeout(() => this.send(), wait)
  }

  get closing(): boolean {
    return this.signal.reason === closing
  }

  pause(paused: boolean): void {
    this.progress({ paused })
    if (!paused) for (const goOn of this.waiting.splice(0)) goOn()
  }

  async turn(): Promise<void> {
    if (this.state.paused && !this.signal.aborted) await new Promise<void>((resolve) => this.waiting.push(resolve))
  }

  fail(failure: Failure): void {
    this.failures.push(failure)
    this.progress({})
  }

  send(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.lastSent = Date.now()
    const left = this.state.paused ? null : secondsLeft(this.state, Date.now() - this.started)
    this.emit({
      event: 'job.progress',
      payload: { ...this.state, secondsLeft: left, failed: this.failures.length },
    })
  }

  end(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }
}
