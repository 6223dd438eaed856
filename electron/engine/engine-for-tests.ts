import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import type { AnyEvent, EventName, EventPayload, JobKind, JobResult } from '#contract'
import { createEngine, type Engine } from './engine.js'

/** A real engine with real children in a temporary folder. */
export interface EngineForTests {
  engine: Engine
  events: AnyEvent[]
  /** A folder for sources and archives, removed in the end. */
  folder: string
  at(...names: string[]): string
  /** Waits for a job's end. Rejects with its error where it failed. */
  finished<K extends JobKind>(kind: K, jobId: string): Promise<{ cancelled: boolean; result: JobResult<K> }>
  payloads<E extends EventName>(event: E): EventPayload<E>[]
  /** A second engine over the same disk. */
  another(): Engine
  close(): Promise<void>
}

export async function engineForTests(): Promise<EngineForTests> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'cutline-engine-'))
  const engines: Engine[] = []
  const start = () => {
    const engine = createEngine({
      children: {
        imaging: path.resolve('dist/engine/imaging-child.js'),
        copy: path.resolve('dist/engine/copy-worker.js'),
        twins: path.resolve('dist/engine/twins-worker.js'),
      },
      resources: path.resolve('resources'),
      user: '田城',
    })
    engines.push(engine)
    return engine
  }
  const engine = start()
  const events: AnyEvent[] = []
  const ends = new Map<string, AnyEvent>()
  const waiting = new Map<string, () => void>()
  engine.on((event) => {
    events.push(event)
    if (event.event !== 'job.finished' && event.event !== 'job.failed') return
    ends.set(event.payload.jobId, event)
    waiting.get(event.payload.jobId)?.()
  })
  return {
    engine,
    events,
    folder,
    at: (...names) => path.join(folder, ...names),
    finished: async <K extends JobKind>(kind: K, jobId: string) => {
      if (!ends.has(jobId)) await new Promise<void>((resolve) => waiting.set(jobId, resolve))
      const end = ends.get(jobId)
      if (end?.event === 'job.failed') throw Object.assign(new Error(end.payload.error.message), end.payload.error)
      if (end?.event !== 'job.finished' || end.payload.kind !== kind) throw new Error(`no ${kind} finished`)
      // The kind was compared the line before.
      return { cancelled: end.payload.cancelled, result: end.payload.result as JobResult<K> }
    },
    payloads: <E extends EventName>(name: E) =>
      events.filter((event) => event.event === name).map((event) => event.payload as EventPayload<E>),
    another: start,
    close: async () => {
      for (const each of engines) await each.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A JPEG of its own colours: different numbers give different bytes. */
export async function writePhoto(file: string, number: number, size = { width: 600, height: 400 }): Promise<void> {
  const shade = (step: number) => (number * step) % 256
  await sharp({ create: { ...size, channels: 3, background: { r: shade(37), g: shade(91), b: shade(53) } } })
    .jpeg()
    .toFile(file)
}
