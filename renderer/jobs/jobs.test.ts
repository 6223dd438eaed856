import { describe, expect, test } from 'vitest'
import type { ImportResult, JobProgress } from '#contract'
import type { Jobs, JobsAction } from './jobs.js'
import { progressShare, reduceJobs } from './jobs.js'

const progress = (jobId: string, done: number): JobProgress => ({
  jobId,
  kind: 'import',
  phase: 'working',
  done,
  total: 10,
  bytesDone: 0,
  bytesTotal: 0,
  current: '',
  secondsLeft: null,
  failed: 0,
  paused: false,
})
const result: ImportResult = {
  imported: [],
  duplicates: [],
  companions: [],
  failed: [],
  warnings: [],
  skipped: [],
  similar: [],
}
const moved = (jobId: string, done: number): JobsAction => ({ event: 'job.progress', payload: progress(jobId, done) })
const finished = (jobId: string): JobsAction => ({
  event: 'job.finished',
  payload: { jobId, kind: 'import', cancelled: false, result },
})
const after = (...actions: JobsAction[]): Jobs => actions.reduce<Jobs>(reduceJobs, [])
const states = (jobs: Jobs) => jobs.map(({ jobId, state }) => `${jobId} ${state}`)

describe('jobs', () => {
  test('appear with their first progress and end where they stand', () => {
    expect(states(after(moved('a', 1), moved('b', 1), finished('a')))).toEqual(['a finished', 'b running'])
  })

  test('that end before any progress are shown all the same', () => {
    expect(states(after(finished('a')))).toEqual(['a finished'])
  })

  test('do not run again because a late progress arrives', () => {
    expect(states(after(moved('a', 1), finished('a'), moved('a', 2)))).toEqual(['a finished'])
  })

  test('remember that they are being cancelled', () => {
    expect(after(moved('a', 1), { event: 'cancel', jobId: 'a' }, moved('a', 2))).toMatchObject([
      { cancelling: true, progress: { done: 2 } },
    ])
  })

  test('are dismissed once ended, not before', () => {
    expect(states(after(moved('a', 1), { event: 'dismiss', jobId: 'a' }))).toEqual(['a running'])
    expect(after(finished('a'), { event: 'dismiss', jobId: 'a' })).toEqual([])
  })

  test('end with the engine that ran them', () => {
    const died = after(moved('a', 1), finished('b'), {
      event: 'engine.state',
      payload: { state: 'restarting', error: null },
    })
    expect(died).toMatchObject([{ state: 'failed', error: { code: 'engine-stopped' } }, { state: 'finished' }])
    const ready = after(moved('a', 1), { event: 'engine.state', payload: { state: 'ready', error: null } })
    expect(states(ready)).toEqual(['a running'])
  })

  test('that fail say why', () => {
    const error = { code: 'disk-full', message: 'The disk is full.' } as const
    expect(after({ event: 'job.failed', payload: { jobId: 'a', kind: 'export', error } })).toEqual([
      { jobId: 'a', kind: 'export', state: 'failed', error },
    ])
  })
})

test.each([
  [{ done: 5, total: 10, bytesDone: 90, bytesTotal: 100 }, 0.9],
  [{ done: 5, total: 10, bytesDone: 0, bytesTotal: 0 }, 0.5],
  [{ done: 0, total: 0, bytesDone: 0, bytesTotal: 0 }, null],
  [{ done: 11, total: 10, bytesDone: 0, bytesTotal: 0 }, 1],
])('the share done of %j is %j', (part, share) => {
  expect(progressShare({ ...progress('a', 0), ...part })).toBe(share)
})
