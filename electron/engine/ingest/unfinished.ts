import { type FileHandle, mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { ImportChoices, JobId, PhotoId, type UnfinishedImport } from '#contract'
import { syncFolder } from '../durable/write.js'

/** What was asked for, the first line of an import's log. */
const Asked = z.object({
  id: JobId,
  startedAt: z.iso.datetime(),
  paths: z.array(z.string()).min(1),
  choices: ImportChoices,
  total: z.int().nonnegative(),
})
export type Asked = z.infer<typeof Asked>

/** A file that has come in, or was there already, with its photo. */
const Settled = z.object({ file: z.string(), bytes: z.int(), id: PhotoId, isNew: z.boolean() })
export type Settled = z.infer<typeof Settled>

/**
 * What an import was asked to do and how far it got, as lines of a small file in the archive's folder `imports`. It is there while the
 * import runs and for as long as it was interrupted. The request is durable; the files that came in are noted as they come, and a
 * line that a power cut takes away costs one more comparison when the import goes on.
 */
export class ImportLog {
  private writing: Promise<void> | null = null
  private waiting = ''

  private constructor(
    private readonly file: string,
    private readonly handle: FileHandle,
  ) {}

  static async begin(archiveFolder: string, asked: Asked, before: readonly Settled[] = []): Promise<ImportLog> {
    const folder = path.join(archiveFolder, 'imports')
    await mkdir(folder, { recursive: true })
    const file = path.join(folder, `${asked.id}.jsonl`)
    const handle = await open(file, 'wx')
    try {
      await handle.writeFile([asked, ...before].map((line) => `${JSON.stringify(line)}\n`).join(''))
      await handle.sync()
      await syncFolder(folder)
    } catch (error) {
      await handle.close()
      throw error
    }
    return new ImportLog(file, handle)
  }

  /** Photos are recorded in groups: their notes are written together. */
  settle(settled: Settled): void {
    this.waiting += `${JSON.stringify(settled)}\n`
    this.writing ??= new Promise(setImmediate)
      .then(() => this.write())
      .finally(() => {
        this.writing = null
      })
  }

  private async write(): Promise<void> {
    while (this.waiting !== '') {
      const lines = this.waiting
      this.waiting = ''
      // The log only saves work; the import does not depend on it.
      await this.handle.appendFile(lines).catch(() => undefined)
    }
  }

  /** Waits until everything settled is written; nothing more can be noted then. */
  async close(): Promise<void> {
    await this.writing
    await this.write()
    await this.handle.close()
  }

  /** The import is over: it is not offered for going on. */
  async end(): Promise<void> {
    await rm(this.file, { force: true })
  }
}

export interface Interrupted {
  asked: Asked
  settled: Settled[]
}

/** The imports that were interrupted, the newest first; `running` are those under way. */
export async function interruptedImports(
  archiveFolder: string,
  running: (id: string) => boolean,
): Promise<Interrupted[]> {
  const folder = path.join(archiveFolder, 'imports')
  const names = await readdir(folder).catch(() => [])
  const found: Interrupted[] = []
  for (const name of names) {
    const log = name.endsWith('.jsonl') ? await readLog(path.join(folder, name)) : null
    if (log && !running(log.asked.id)) found.push(log)
  }
  return found.sort((a, b) => (a.asked.startedAt < b.asked.startedAt ? 1 : -1))
}

export function summary({ asked, settled }: Interrupted): UnfinishedImport {
  const { id, startedAt, paths, total } = asked
  return { id, startedAt, paths, total, left: Math.max(0, total - settled.length) }
}

export async function forgetImport(archiveFolder: string, id: string): Promise<void> {
  await rm(path.join(archiveFolder, 'imports', `${JobId.parse(id)}.jsonl`), { force: true })
}

async function readLog(file: string): Promise<Interrupted | null> {
  const [first, ...lines] = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const asked = Asked.safeParse(parsed(first ?? ''))
  if (!asked.success) return null
  const settled = lines.flatMap((line) => {
    const read = Settled.safeParse(parsed(line))
    return read.success ? [read.data] : []
  })
  return { asked: asked.data, settled }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
