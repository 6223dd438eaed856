import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type {
  AnyEvent,
  Command,
  CommandInput,
  CommandOutput,
  EventName,
  EventPayload,
  FromEngine,
  JobFinished,
  ToEngine,
} from '../../electron/contract/index.js'

const program = path.resolve(import.meta.dirname, '../../dist/engine/host.js')

/** The engine as the window has it: a process of its own, asked over its channel. */
export class EngineHost {
  private last = 0
  private readonly waiting = new Map<number, { resolve: (output: never) => void; reject: (error: Error) => void }>()
  private readonly listeners = new Set<(event: AnyEvent) => void>()
  private readonly child: ChildProcess
  private static readonly running = new Set<EngineHost>()

  /** Ends those that an error has left behind. */
  static endAll(): void {
    for (const { child } of EngineHost.running) child.kill('SIGKILL')
  }

  constructor() {
    this.child = fork(program, [], { execArgv: [] })
    EngineHost.running.add(this)
    this.child.once('exit', () => EngineHost.running.delete(this))
    this.child.on('message', (message: FromEngine) => this.receive(message))
  }

  get pid(): number {
    return this.child.pid ?? 0
  }

  invoke<C extends Command>(command: C, input: CommandInput<C>): Promise<CommandOutput<C>> {
    const id = (this.last += 1)
    this.child.send({ type: 'request', id, command, input } satisfies ToEngine)
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }))
  }

  /** Imports and waits until the job has ended. */
  async import(paths: string[]): Promise<JobFinished> {
    return this.ended(() => this.invoke('import.start', { paths }))
  }

  /** Exports and waits until the job has ended. */
  async export(input: CommandInput<'export.start'>): Promise<Extract<JobFinished, { kind: 'export' }>> {
    const ended = await this.ended(() => this.invoke('export.start', input))
    if (ended.kind !== 'export') throw new Error(`A job of another kind ended: ${ended.kind}.`)
    return ended
  }

  /** Only one job runs at a time here. */
  private async ended(start: () => Promise<unknown>): Promise<JobFinished> {
    const ended = new Promise<JobFinished>((resolve, reject) => {
      const listener = (event: AnyEvent) => {
        if (event.event === 'job.finished') resolve(event.payload)
        else if (event.event === 'job.failed') reject(new Error(event.payload.error.message))
        else return
        this.listeners.delete(listener)
      }
      this.listeners.add(listener)
    })
    await start()
    return ended
  }

  /** Waits for an event of which something is so. */
  until<E extends EventName>(event: E, isSo: (payload: EventPayload<E>) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const listener = (heard: AnyEvent) => {
        // The payload of this event, as its name says.
        if (heard.event !== event || !isSo(heard.payload as EventPayload<E>)) return
        this.listeners.delete(listener)
        resolve()
      }
      this.listeners.add(listener)
    })
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve))
    this.child.send({ type: 'stop' } satisfies ToEngine)
    await ended
  }

  private receive(message: FromEngine): void {
    if (message.type === 'event') for (const listener of [...this.listeners]) listener(message)
    if (message.type !== 'response') return
    const waiting = this.waiting.get(message.id)
    this.waiting.delete(message.id)
    // The engine answers what the contract says for the command that was asked.
    if (message.ok) waiting?.resolve(message.output as never)
    else waiting?.reject(new Error(`${message.error.code}: ${message.error.message}`))
  }
}
