import path from 'node:path'
import type { ArchiveInfo, Invoke, JobKind } from '#contract'
import type { Engine } from '../engine/engine.js'
import { watchInterrupts } from './interrupts.js'
import { type JobEnd, JobEnds } from './job-end.js'
import type { ProgramFiles } from './program-files.js'
import { ProgressLine } from './progress-line.js'
import type { Terminal } from './terminal.js'
import { oneLine } from './text.js'

/** What a command answers. */
export interface Answer {
  /** The one document of `--json`. */
  document: unknown
  /** The same for people; empty prints nothing. */
  text: string
  /** Whether all went well: exit 0, else 1. */
  ok: boolean
}

/** An open archive, as commands work with it. */
export interface OpenArchive {
  info: ArchiveInfo
  invoke: Invoke
  /** Waits for the end of a job of this kind, showing its progress; Ctrl+C cancels it. */
  finished: <K extends JobKind>(kind: K, jobId: string) => Promise<JobEnd<K>>
}

/** What commands share: the terminal, the engine that they start, and how they answer. */
export class Desk {
  /** How the process ends: 0 all well, 1 something failed. */
  exitCode = 0

  constructor(
    readonly terminal: Terminal,
    private readonly files: ProgramFiles,
  ) {}

  /** Does a command's work and prints its answer. */
  async answer(options: { json?: boolean }, work: () => Promise<Answer>): Promise<void> {
    const { document, text, ok } = await work()
    if (!ok) this.exitCode = 1
    if (options.json) await this.terminal.out(`${JSON.stringify(document, null, 2)}\n`)
    else if (text !== '') await this.terminal.out(`${text}\n`)
  }

  /** Opens an archive, works with it and closes it again. One that somebody else is writing is open for reading only. */
  async withArchive(folder: string, work: (archive: OpenArchive) => Promise<Answer>): Promise<Answer> {
    return this.withEngine(async (engine, ends) => {
      const info = await engine.invoke('archive.open', { folder: path.resolve(folder) })
      this.tellState(info)
      return work({ info, invoke: engine.invoke, finished: (kind, jobId) => ends.of(kind, jobId) })
    })
  }

  /** Starts an engine, works with it and ends it; everything acknowledged is on disk by then. */
  async withEngine(work: (engine: Engine, ends: JobEnds) => Promise<Answer>): Promise<Answer> {
    const { createEngine } = await import('../engine/engine.js')
    const interrupts = watchInterrupts()
    const progress = new ProgressLine(this.terminal)
    const engine = createEngine(this.files)
    // The engine's children let their parent end; a command stays until its work is done.
    const staying = setInterval(() => undefined, 60_000)
    try {
      return await work(engine, new JobEnds(engine, progress, interrupts.signal))
    } finally {
      progress.clear()
      await engine.close()
      interrupts.release()
      clearInterval(staying)
    }
  }

  private tellState({ lockedBy, readOnly, repairs }: ArchiveInfo): void {
    for (const { message } of repairs) this.terminal.err(`Repaired: ${oneLine(message)}\n`)
    if (lockedBy) {
      const { user, host, pid } = lockedBy
      this.terminal.err(
        `The archive is open for writing by ${user} on ${host} (process ${pid}); it can only be read.\n`,
      )
    } else if (readOnly) this.terminal.err('The archive can only be read here.\n')
  }
}
