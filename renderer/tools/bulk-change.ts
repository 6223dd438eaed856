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
    const finish = (settle: () => void) => {
      for (const stop of stops) stop()
      settle()
    }
    const end = (id: string, settle: () => void) => {
      if (jobId === null) ended.set(id, settle)
      else if (jobId === id) finish(settle)
    }
    const stops = [
      on('job.finished', (finished) => {
        if (finished.kind !== 'edit') return
        end(finished.jobId, () => resolve({ changed: finished.result.changed }))
      }),
      on('job.failed', ({ jobId: id, error }) => end(id, () => reject(CutlineError.fromWire(error)))),
      // An engine that died tells no end.
      on('engine.state', ({ state, error }) => {
        if (state === 'ready') return
        const reason = error ?? { code: 'engine-stopped', message: 'The engine has stopped.' }
        finish(() => reject(CutlineError.fromWire(reason)))
      }),
    ]
    invoke('bulk.start', { ids: [...ids], change }).then(
      (started) => {
        jobId = started.jobId
        const settle = ended.get(jobId)
        if (settle !== undefined) finish(settle)
      },
      (thrown: unknown) => finish(() => reject(CutlineError.from(thrown))),
    )
  })
}
