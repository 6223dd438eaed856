import PQueue from 'p-queue'
import { CutlineError } from '#contract'

/** Does work for every item, two in flight. When one rejects, none is begun after it, and those in flight are waited for. */
export async function twoAtATime<T>(
  items: readonly T[],
  signal: AbortSignal,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = new PQueue({ concurrency: 4 })
  try {
    await queue.addAll(
      items.map((item) => async () => {
        stopIfCancelled(signal)
        await work(item)
      }),
    )
  } finally {
    queue.clear()
    await queue.onIdle()
  }
}

/** Throws `cancelled` once the job's signal is aborted, with a sentence that says what became of it. */
export function stopIfCancelled(
  signal: AbortSignal,
  sentence = 'The export was cancelled; nothing was written.',
): void {
  if (signal.aborted) throw new CutlineError('cancelled', sentence)
}
