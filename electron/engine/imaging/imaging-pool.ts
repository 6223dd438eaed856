import { type ChildProcess, fork } from 'node:child_process'
import { CutlineError } from '#contract'
import type { ChildAnswer, ChildTask } from './child-messages.js'
import type { ImageFacts, RenditionFacts } from './imaging.js'
import { jpegThumbnail } from './jpeg-thumbnail.js'
import type { PictureDecoder } from './raw-previews.js'

export interface ImagingOptions {
  /** The built imaging-child, absolute. */
  child: string
  /** How many decode at once. */
  size?: number
  /** Milliseconds that one picture may take. */
  timeLimit?: number
  /** Bytes that an idle child may hold: WebAssembly's memory never shrinks, so one that holds more is replaced. */
  memoryLimit?: number
}

/** A task before it has its number. */
type Wanted = ChildTask extends infer T ? (T extends ChildTask ? Omit<T, 'id'> : never) : never

interface Work {
  wanted: Wanted
  resolve: (output: unknown) => void
  reject: (error: unknown) => void
}

/** Children that decode, each one picture at a time, in the order they were asked. */
export function createImaging(options: ImagingOptions): PictureDecoder {
  const waiting: Work[] = []
  const seats = Array.from({ length: options.size ?? 2 }, () => new Seat(options, serve))
  let closed = false

  function serve(): void {
    for (const seat of seats) {
      if (seat.isFree && waiting.length > 0) {
        const work = waiting.shift()
        if (work) seat.run(work)
      }
    }
  }

  function ask(wanted: Wanted): Promise<unknown> {
    if (closed) return Promise.reject(stopped())
    return new Promise((resolve, reject) => {
      const work = { wanted, resolve, reject }
      // A glance takes milliseconds, and is worth them only before the picture itself is there.
      if (wanted.kind === 'glance') waiting.splice(glances(), 0, work)
      else waiting.push(work)
      serve()
    })
  }

  function glances(): number {
    const others = waiting.findIndex(({ wanted }) => wanted.kind !== 'glance')
    return others === -1 ? waiting.length : others
  }

  return {
    // The child answers what `decode.ts` returns for each kind of task.
    thumbnail: (source, target, raw) =>
      ask({ kind: 'thumbnail', source, target, ...(raw && { raw }) }) as Promise<ImageFacts>,
    likeness: (source) => ask({ kind: 'likeness', source }) as Promise<string | null>,
    preview: async (source, target, raw) => {
      await ask({ kind: 'preview', source, target, ...(raw && { raw }) })
    },
    glance: async (source, target) => {
      // Most pictures that are no camera's have none: looking costs less than asking a child.
      if ((await jpegThumbnail(source)) === null) return false
      return ask({ kind: 'glance', source, target }) as Promise<boolean>
    },
    rendition: (source, target, rendition, raw) =>
      ask({ kind: 'rendition', source, target, options: rendition, ...(raw && { raw }) }) as Promise<RenditionFacts>,
    close: async () => {
      closed = true
      for (const work of waiting.splice(0)) work.reject(stopped())
      await Promise.all(seats.map((seat) => seat.close()))
    },
  }
}

/** A place at which one child works; when the child dies, the next one takes it. */
class Seat {
  private child: ChildProcess | null = null
  private work: Work | null = null
  private id = 0
  private timer: NodeJS.Timeout | null = null

  constructor(
    private readonly options: ImagingOptions,
    private readonly onFree: () => void,
  ) {}

  get isFree(): boolean {
    return this.work === null
  }

  run(work: Work): void {
    this.work = work
    this.id += 1
    const child = (this.child ??= this.start())
    child.ref()
    child.channel?.ref()
    const limit = this.options.timeLimit ?? 60_000
    this.timer = setTimeout(() => this.timedOut(limit), limit)
    const task = { ...work.wanted, id: this.id }
    child.send(task, (error) => {
      if (error) this.died(child)
    })
  }

  async close(): Promise<void> {
    const { child } = this
    this.child = null
    this.settle((work) => work.reject(stopped()))
    if (child?.exitCode !== null || child.signalCode !== null) return
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGKILL')
    })
  }

  private start(): ChildProcess {
    const child = fork(this.options.child, [], { execPath: process.execPath, execArgv: [], serialization: 'json' })
    child.on('message', (answer: ChildAnswer) => this.answered(answer))
    child.on('exit', () => this.died(child))
    child.on('error', () => this.died(child))
    return child
  }

  private answered(answer: ChildAnswer): void {
    if (answer.id !== this.id) return
    // An idle child must not keep the process alive.
    this.child?.unref()
    this.child?.channel?.unref()
    if (answer.memory > (this.options.memoryLimit ?? 768 * 1024 * 1024)) {
      this.child?.kill('SIGKILL')
      this.child = null
    }
    this.settle((work) => (answer.ok ? work.resolve(answer.output) : work.reject(CutlineError.fromWire(answer.error))))
  }

  private died(child: ChildProcess): void {
    if (this.child !== child) return
    this.child = null
    this.settle(({ wanted, reject }) =>
      reject(
        new CutlineError('imaging-crashed', `Decoding ${wanted.source} made the decoder crash. The file was left out.`),
      ),
    )
  }

  private timedOut(limit: number): void {
    const { child } = this
    this.child = null
    child?.kill('SIGKILL')
    this.settle(({ wanted, reject }) =>
      reject(
        new CutlineError(
          'imaging-timeout',
          `${wanted.source} could not be decoded within ${limit / 1000} seconds. The file was left out.`,
        ),
      ),
    )
  }

  private settle(end: (work: Work) => void): void {
    const { work } = this
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.work = null
    if (!work) return
    end(work)
    this.onFree()
  }
}

function stopped(): CutlineError {
  return new CutlineError('engine-stopped', 'Cutline is closing; this picture was not rendered.')
}
