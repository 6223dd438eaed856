import type { BulkChange, PhotoId } from '#contract'
import { CutlineError, manyPhotos } from '#contract'
import { invoke, on } from '../bridge/bridge.js'

/** Whether a change over so many photos is work that shows its progress and can be cancelled. */
export function isMany(ids: readonly PhotoId[]): boolean {
  return ids.length >= manyPhotos
}

/**
 * Changes very many photos as a job, which the bar of work shows. Resolves when it has ended, cancelled or not, with how many photos were
 * changed; rejects with what stopped it.
 */
export function changeMany(ids: readonly PhotoId[], change: BulkChange): Promise<{ changed: number }> {
  return new Promise((resolve, reject) => {
    let jobId: string | null = null
    /** What ended before its id was known here. */
    const ended = new Map<string, () => void>()
    const end = (id: string, settle: () => void) => {
      if (jobId === null) ended.set(id, settle)
      else if (jobId === id) {
        for (const stop of stops) stop()
        settle()
      }
    }
    const stops = [
      on('job.finished', (finished) => {
        if (finished.kind !== 'edit') return
        end(finished.jobId, () => resolve({ changed: finished.result.changed }))
      }),
      on('job.failed', ({ jobId: id, error }) => end(id, () => reject(CutlineError.fromWire(error)))),
    ]
    // An engine that died tells no end.
    stops.push(
      on('engine.state', ({ state, error }) => {
        if (state === 'ready') return
        for (const stop of stops) stop()
        reject(
          error === null ? new CutlineError('engine-stopped', 'The engine has stopped.') : CutlineError.fromWire(error),
        )
      }),
    )
    invoke('bulk.start', { ids: [...ids], change }).then(
      (started) => {
        jobId = started.jobId
        const settle = ended.get(jobId)
        if (settle !== undefined) end(jobId, settle)
      },
      (thrown: unknown) => {
        for (const stop of stops) stop()
        reject(CutlineError.from(thrown))
      },
    )
  })
}
