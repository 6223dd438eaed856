import { rm } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { CutlineError } from '#contract'
import { diskError } from '../durable/write.js'

/** What a copying thread is asked: to copy and verify, or with no target only to hash. */
export interface CopyRequest {
  id: number
  source: string
  target: string | null
}

export type CopyAnswer =
  | { ok: true; sha256: string; bytes: number }
  | { ok: false; reason: 'changed' | 'mismatch' }
  | { ok: false; reason: 'system'; code: string; path: string; message: string }

export interface CopiedFile {
  sha256: string
  bytes: number
}

/** Copies files in worker threads. */
export interface Copier {
  /**
   * Copies a file, fsyncs the copy, reads it back and compares SHA-256. Rejects with `file-vanished`, `file-unreadable`,
   * `copy-mismatch` or `disk-full`; no copy is left then.
   */
  copy(source: string, target: string): Promise<CopiedFile>
  /** SHA-256 and size of a file. Rejects with `file-vanished` or `file-unreadable`. */
  hash(source: string): Promise<CopiedFile>
  close(): Promise<void>
}

/** `script`: the built copy-worker. */
export function createCopier(script: string, threads = 2): Copier {
  const workers = Array.from({ length: threads }, () => new CopyThread(script))
  const send = (source: string, target: string | null) => {
    const [first, ...others] = workers
    if (!first) throw new Error('a copier has at least one thread')
    const idlest = others.reduce((best, worker) => (worker.load < best.load ? worker : best), first)
    return idlest.send(source, target)
  }
  return {
    copy: async (source, target) => {
      const answer = await send(source, target)
      if (answer.ok) return { sha256: answer.sha256, bytes: answer.bytes }
      await rm(target, { force: true })
      throw copyError(answer, source, target)
    },
    hash: async (source) => {
      const answer = await send(source, null)
      if (answer.ok) return { sha256: answer.sha256, bytes: answer.bytes }
      throw copyError(answer, source, null)
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()))
    },
  }
}

class CopyThread {
  private worker: Worker | null = null
  private readonly waiting = new Map<number, (answer: CopyAnswer) => void>()
  private last = 0

  constructor(private readonly script: string) {}

  get load(): number {
    return this.waiting.size
  }

  send(source: string, target: string | null): Promise<CopyAnswer> {
    const worker = (this.worker ??= this.start())
    const id = (this.last += 1)
    worker.ref()
    return new Promise((resolve) => {
      this.waiting.set(id, resolve)
      worker.postMessage({ id, source, target } satisfies CopyRequest)
    })
  }

  async close(): Promise<void> {
    await this.worker?.terminate()
  }

  private start(): Worker {
    const worker = new Worker(this.script)
    worker.on('message', ({ id, answer }: { id: number; answer: CopyAnswer }) => {
      this.settle(id, answer)
      // An idle thread must not keep the process alive.
      if (this.waiting.size === 0) worker.unref()
    })
    worker.on('error', (error) => this.fail(error.message))
    worker.on('exit', () => this.fail('the copying thread ended'))
    return worker
  }

  private fail(message: string): void {
    this.worker = null
    for (const id of [...this.waiting.keys()]) {
      this.settle(id, { ok: false, reason: 'system', code: 'thread', path: '', message })
    }
  }

  private settle(id: number, answer: CopyAnswer): void {
    const resolve = this.waiting.get(id)
    this.waiting.delete(id)
    resolve?.(answer)
  }
}

function copyError(answer: Extract<CopyAnswer, { ok: false }>, source: string, target: string | null): unknown {
  switch (answer.reason) {
    case 'changed':
      return new CutlineError('copy-mismatch', `${source} changed while it was being copied. Import it again.`)
    case 'mismatch':
      return new CutlineError(
        'copy-mismatch',
        `The copy of ${source} did not read back as it was written. The disk may be failing; nothing was kept of it.`,
      )
    case 'system':
      return systemError(answer, source, target)
  }
}

function systemError(
  { code, path, message }: Extract<CopyAnswer, { reason: 'system' }>,
  source: string,
  target: string | null,
): unknown {
  const cause = Object.assign(new Error(message), { code })
  const named = diskError(cause, target ?? source)
  if (named !== cause || path === target) return named
  if (['ENOENT', 'ENODEV', 'ENXIO', 'ESTALE'].includes(code)) {
    return new CutlineError('file-vanished', `${source} was there a moment ago and is gone.`, undefined, { cause })
  }
  return new CutlineError('file-unreadable', `${source} cannot be read: ${message}`, undefined, { cause })
}
