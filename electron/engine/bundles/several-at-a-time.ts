import PQueue from 'p-queue'
import { CutlineError } from '#contract'

/** While two pictures are decoded, others are read, written into and sealed. */
const inFlight = 4

/** Does work for every item, several in flight. When one rejects, none is begun after it, and those in flight are waited for. */
export async function severalAtATime<T>(
  items: readonly T[],
  signal: AbortSignal,
  work: (item: T) => Promise<void>,
  concurrency = inFlight,
): Promise<void> {
  const queue = new PQueue({ concurrency })
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
