import type { Failure, JobProgress } from '#contract'

/** What a piece of long work holds in its hand: where to report, and when to stop. */
export interface Job {
  readonly id: string
  /** Aborted when the user cancels; work stops at the next item and says what it had finished. */
  readonly signal: AbortSignal
  /** Aborted because the program or the archive is being closed, and not because somebody no longer wants the work. */
  readonly closing: boolean
  /** Merges into the progress shown; events are sent a few times a second at most. */
  progress(
    update: Partial<Pick<JobProgress, 'phase' | 'done' | 'total' | 'bytesDone' | 'bytesTotal' | 'current'>>,
  ): void
  /** Waits for as long as somebody has paused the work; resolves at once when it is cancelled. Asked before each item. */
  turn(): Promise<void>
  /** Counts one failed item and keeps it for the result. */
  fail(failure: Failure): void
  readonly failures: readonly Failure[]
}
