import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { CutlineError, type Watching, WatchedFolder } from '#contract'
import { writeDurably } from '../durable/write.js'
import { type FolderWatch, watchFolder } from '../ingest/watch-folder.js'
import type { Context } from './context.js'
import type { HandlersOf } from './handlers.js'
import { startImport } from './import-commands.js'
import type { Session } from './session.js'

const nothing: WatchedFolder = { folder: null, on: false, storyId: null }

/** The folder that is watched for the open archive; kept in the archive's `watched.json`. */
export class Watcher {
  private session: Session | null = null
  private watched: WatchedFolder = nothing
  private problem: string | null = null
  private running: FolderWatch | null = null

  constructor(private readonly context: Context) {}

  get state(): Watching {
    return { ...this.watched, problem: this.problem }
  }

  /** Begins what the archive that was just opened asks for. */
  async open(session: Session): Promise<void> {
    await this.close()
    this.session = session
    if (session.archive.readOnly) return
    const stored = await readFile(fileOf(session), 'utf8').catch(() => null)
    const read = stored === null ? null : WatchedFolder.safeParse(jsonOf(stored))
    if (read?.success) this.begin(read.data)
  }

  async set(next: WatchedFolder): Promise<Watching> {
    const session = this.context.session()
    await session.archive.requireWritable()
    if (next.folder !== null && next.on) await requireFolder(next.folder, session.folder)
    await writeDurably(fileOf(session), `${JSON.stringify(next, null, 2)}\n`)
    await this.close()
    this.session = session
    this.begin(next)
    this.tell()
    return this.state
  }

  async close(): Promise<void> {
    const running = this.running
    this.running = null
    this.session = null
    this.watched = nothing
    this.problem = null
    await running?.close()
  }

  private begin(watched: WatchedFolder): void {
    this.watched = watched
    if (watched.folder === null || !watched.on) return
    this.running = watchFolder(
      watched.folder,
      (paths) => this.take(paths),
      (problem) => {
        if (this.problem === problem) return
        this.problem = problem
        this.tell()
      },
    )
  }

  private async take(paths: string[]): Promise<void> {
    const { session } = this
    if (!session) return
    const unknown = await this.unknown(session, paths)
    if (unknown.length === 0) return
    const { storyId } = this.watched
    const choices = { rename: null, byDayTaken: false, templateId: null, ...(storyId === null ? {} : { storyId }) }
    // What an interruption leaves out is found in the folder again.
    const jobId = await startImport(this.context, unknown, choices, { isRemembered: false })
    await this.context.jobs.ended(jobId)
  }

  /** Files that the archive does not hold: each time it is opened, the whole folder is looked at. */
  private async unknown(session: Session, paths: readonly string[]): Promise<string[]> {
    const index = await session.index()
    const found: string[] = []
    for (const file of paths) {
      const info = await stat(file).catch(() => null)
      if (!info) continue
      const known =
        (await index.hasSize(info.size)) &&
        (await index.findBySha256((await this.context.copier.hash(file)).sha256)) !== null
      if (!known) found.push(file)
    }
    return found
  }

  private tell(): void {
    this.context.emit({ event: 'import.watching', payload: this.state })
  }
}

export function watchCommands(context: Context): HandlersOf<'import.watching' | 'import.watch'> {
  return {
    'import.watching': () => {
      context.session()
      return Promise.resolve(context.watcher.state)
    },
    'import.watch': (wanted) => context.watcher.set(wanted),
  }
}

async function requireFolder(folder: string, archive: string): Promise<void> {
  const info = await stat(folder).catch(() => null)
  if (!info?.isDirectory()) {
    throw new CutlineError('invalid-input', `${folder} is no folder that can be watched.`, { folder })
  }
  const within = path.relative(archive, folder)
  if (!within.startsWith('..') && !path.isAbsolute(within)) {
    throw new CutlineError('invalid-input', 'The archive’s own folder cannot be watched.', { folder })
  }
}

function fileOf({ folder }: Session): string {
  return path.join(folder, 'watched.json')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
