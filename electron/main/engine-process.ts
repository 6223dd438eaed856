import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import {
  type AnyEvent,
  type CommandInput,
  type CommandOutput,
  CutlineError,
  type EngineCommand,
  engineCommands,
  type EventPayload,
  type FromEngine,
  type ToEngine,
} from '#contract'
import { Deaths } from './deaths.js'
import { parseFromEngine } from './engine-messages.js'
import { OpenRequests } from './open-requests.js'

export type EngineState = EventPayload<'engine.state'>

export interface EngineProcessOptions {
  /** The Node that runs the engine, the engine's program, and what comes with Cutline. */
  node: string
  engine: string
  resources: string
  env: NodeJS.ProcessEnv
  /** Takes what the engine writes to its standard output or error. */
  log: (text: string | Buffer) => void
  onEvent: (event: AnyEvent) => void
  /** Does what the engine asks of its shell; rejections reach the engine. */
  answer: (request: string, input: unknown) => Promise<unknown>
  onState: (state: EngineState) => void
  /** Puts a restarted engine where the last one was, before requests reach it. */
  afterRestart: () => Promise<void>
  /** Milliseconds to wait before the next start, after so many deaths within a minute. */
  backoff?: (deaths: number) => number
}

/**
 * The engine's process, kept alive: requests and answers by number, events handed on, a new process when one dies.
 * After five deaths within a minute it gives up, and the state is `failed`.
 */
export class EngineProcess {
  private child: ChildProcess | null = null
  private readonly requests = new OpenRequests()
  private readonly deaths = new Deaths(5, 60_000)
  private stopping = false
  private now: EngineState = { state: 'starting', error: null }
  /** Those who wait for a restart to be over. */
  private waiting: (() => void)[] = []
  private restart: NodeJS.Timeout | null = null

  constructor(private readonly options: EngineProcessOptions) {}

  get state(): EngineState {
    return this.now
  }

  start(): void {
    this.spawn(false)
  }

  /**
   * Passes a command on. One that comes while the engine is restarting waits for it; one that was under way when the
   * engine died rejects with `engine-stopped`, as nobody can say how far it came.
   */
  async request(command: string, input: unknown): Promise<unknown> {
    while (this.now.state === 'restarting') await new Promise<void>((resolve) => this.waiting.push(resolve))
    return this.ask(command, input)
  }

  /** The same for the shell's own calls, typed and checked. */
  async call<C extends EngineCommand>(command: C, input: CommandInput<C>): Promise<CommandOutput<C>> {
    return parseOutput(command, await this.request(command, input))
  }

  /** As `call`, and past the queue: for `afterRestart`, which the queue waits for. */
  async callNow<C extends EngineCommand>(command: C, input: CommandInput<C>): Promise<CommandOutput<C>> {
    return parseOutput(command, await this.ask(command, input))
  }

  /** Ends the engine in good order; kills it when it has not gone after `patience` milliseconds. Resolves when it is gone. */
  async stop(patience = 10_000): Promise<void> {
    this.stopping = true
    if (this.restart) clearTimeout(this.restart)
    this.release()
    const child = this.child
    if (!child) return
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    this.send(child, { type: 'stop' })
    const kill = setTimeout(() => child.kill('SIGKILL'), patience)
    await gone
    clearTimeout(kill)
  }

  private ask(command: string, input: unknown): Promise<unknown> {
    const child = this.child
    if (!child || this.stopping) {
      return Promise.reject(CutlineError.fromWire(this.now.error ?? engineStopped('The engine is not running.')))
    }
    const { id, answer } = this.requests.add()
    this.send(child, { type: 'request', id, command, input })
    return answer
  }

  private send(child: ChildProcess, message: ToEngine): void {
    // A closed channel shows up as the process's end, which is handled there.
    if (child.connected) child.send(message, () => undefined)
  }

  private spawn(again: boolean): void {
    const { node, engine, resources, env, log } = this.options
    const ownEnv = { ...env }
    delete ownEnv.ELECTRON_RUN_AS_NODE
    const child = spawn(node, [engine, '--resources', resources], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: ownEnv,
      windowsHide: true,
    })
    this.child = child
    // Pipes as `stdio` asks for them.
    for (const stream of [child.stdout, child.stderr] as Readable[]) stream.on('data', log)
    child.on('message', (message) => this.receive(child, message, again))
    let ended = false
    const end = (how: string): void => {
      if (ended) return
      ended = true
      this.ended(child, how)
    }
    child.on('error', (error) => end(error.message))
    child.on('exit', (code, signal) => end(signal === null ? `exit code ${String(code)}` : `signal ${signal}`))
  }

  private receive(child: ChildProcess, message: unknown, again: boolean): void {
    try {
      const parsed = parseFromEngine(message)
      if (parsed.type === 'response') {
        if (parsed.ok) this.requests.resolve(parsed.id, parsed.output)
        else this.requests.reject(parsed.id, CutlineError.fromWire(parsed.error))
      } else if (parsed.type === 'event') {
        this.options.onEvent(parsed)
      } else if (parsed.type === 'ask') {
        void this.answer(child, parsed)
      } else void this.ready(again)
    } catch (error) {
      this.options.log(`${CutlineError.from(error).message}\n`)
    }
  }

  /** To the very process that asked: the next one knows nothing of it. */
  private async answer(
    child: ChildProcess,
    { id, request, input }: Extract<FromEngine, { type: 'ask' }>,
  ): Promise<void> {
    try {
      const output = await this.options.answer(request, input)
      this.send(child, { type: 'answer', id, ok: true, output })
    } catch (error) {
      this.send(child, { type: 'answer', id, ok: false, error: CutlineError.from(error).toWire() })
    }
  }

  private async ready(again: boolean): Promise<void> {
    const child = this.child
    if (again) await this.options.afterRestart().catch((error: unknown) => this.options.log(`${String(error)}\n`))
    // It may have died meanwhile; the next one will be ready in its turn.
    if (this.child === child && !this.stopping) this.change({ state: 'ready', error: null })
  }

  private ended(child: ChildProcess, how: string): void {
    if (this.child === child) this.child = null
    const error = engineStopped(`The engine stopped unexpectedly (${how}). What was saved is on disk.`)
    this.requests.rejectAll(CutlineError.fromWire(error))
    if (this.stopping) return
    this.options.log(`${error.message}\n`)
    const deaths = this.deaths.add(Date.now())
    if (deaths === null) {
      this.change({ state: 'failed', error })
      return
    }
    this.change({ state: 'restarting', error })
    this.restart = setTimeout(() => this.spawn(true), (this.options.backoff ?? defaultBackoff)(deaths))
  }

  private change(state: EngineState): void {
    this.now = state
    if (state.state !== 'restarting') this.release()
    this.options.onState(state)
  }

  private release(): void {
    if (this.stopping) this.now = { state: 'failed', error: engineStopped('Cutline is closing.') }
    for (const go of this.waiting.splice(0)) go()
  }
}

/** 250 ms after the first death, doubling. */
function defaultBackoff(deaths: number): number {
  return 125 * 2 ** deaths
}

function engineStopped(message: string): { code: 'engine-stopped'; message: string } {
  return { code: 'engine-stopped', message }
}

function parseOutput<C extends EngineCommand>(command: C, output: unknown): CommandOutput<C> {
  // The schema of this very command; indexing by a type parameter loses that.
  return engineCommands[command].output.parse(output) as CommandOutput<C>
}
