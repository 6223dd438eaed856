import { expect, test } from 'vitest'
import { type AnyEvent, CutlineError, type ImportResult } from '#contract'
import { Jobs } from './jobs.js'
import { secondsLeft } from './time-left.js'

const nothing: ImportResult = {
  imported: [],
  duplicates: [],
  companions: [],
  failed: [],
  warnings: [],
  skipped: [],
  similar: [],
}

function jobsWithEvents() {
  const events: AnyEvent[] = []
  let done: () => void = () => undefined
  const ended = new Promise<void>((resolve) => (done = resolve))
  const jobs = new Jobs((event) => {
    events.push(event)
    if (event.event !== 'job.progress') done()
  })
  return { jobs, events, ended }
}

test('tells progress, then the result', async () => {
  const { jobs, events, ended } = jobsWithEvents()
  const id = jobs.start('import', (job) => {
    job.progress({ phase: 'working', done: 1, total: 2 })
    return Promise.resolve(nothing)
  })
  expect(events).toEqual([])
  await ended
  expect(events.at(-2)).toMatchObject({ event: 'job.progress', payload: { jobId: id, done: 1, total: 2 } })
  expect(events.at(-1)).toEqual({
    event: 'job.finished',
    payload: { jobId: id, kind: 'import', cancelled: false, result: nothing },
  })
})

test('cancelling aborts the signal, and the result says so', async () => {
  const { jobs, events, ended } = jobsWithEvents()
  const id = jobs.start('import', async (job) => {
    await new Promise((resolve) => job.signal.addEventListener('abort', resolve))
    return nothing
  })
  await new Promise(setImmediate)
  jobs.cancel(id)
  await ended
  expect(events.at(-1)).toMatchObject({ event: 'job.finished', payload: { cancelled: true } })
  expect(() => jobs.cancel(id)).toThrow(CutlineError)
})

test('what work throws is told with its code', async () => {
  const { jobs, events, ended } = jobsWithEvents()
  jobs.start('export', () => Promise.reject(new CutlineError('disk-full', 'No space.')))
  await ended
  expect(events.at(-1)).toMatchObject({
    event: 'job.failed',
    payload: { kind: 'export', error: { code: 'disk-full' } },
  })
})

test.each([
  ['half of the bytes in 10 s', { phase: 'working', done: 1, total: 9, bytesDone: 50, bytesTotal: 100 }, 10_000, 10],
  ['items where no bytes are counted', { phase: 'working', done: 1, total: 4, bytesDone: 0, bytesTotal: 0 }, 2000, 6],
  ['too early to tell', { phase: 'working', done: 1, total: 4, bytesDone: 0, bytesTotal: 0 }, 500, null],
  ['nothing done yet', { phase: 'working', done: 0, total: 4, bytesDone: 0, bytesTotal: 0 }, 5000, null],
  ['still looking for files', { phase: 'scanning', done: 1, total: 4, bytesDone: 0, bytesTotal: 0 }, 5000, null],
] as const)('time left: %s', (_name, progress, elapsed, expected) => {
  expect(secondsLeft(progress, elapsed)).toBe(expected)
})
