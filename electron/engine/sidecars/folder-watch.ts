import { type FSWatcher, watch } from 'node:fs'
import path from 'node:path'

/** Folders watched at most: the days that are worked on. The others are looked through at opening and on demand. */
const most = 64
/** Programs write a file in several steps; milliseconds of quiet. */
const quiet = 600

/**
 * Watches the day folders of photos that are looked at or written, the most recent ones, each by one handle of the system's, never
 * file by file. Where a folder cannot be watched (network shares, the system's own limit) selecting a photo looks at its sidecar.
 */
export class FolderWatch {
  private readonly watchers = new Map<string, FSWatcher>()
  private readonly changed = new Set<string>()
  private timer: NodeJS.Timeout | null = null

  /** `onSidecars` hears of absolute paths that may have changed. */
  constructor(private readonly onSidecars: (files: string[]) => void) {}

  follow(folder: string): void {
    const watcher = this.watchers.get(folder) ?? this.start(folder)
    if (!watcher) return
    // The newest stands last.
    this.watchers.delete(folder)
    this.watchers.set(folder, watcher)
    const [oldest] = this.watchers.keys()
    if (this.watchers.size > most && oldest !== undefined) this.stop(oldest)
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer)
    for (const folder of [...this.watchers.keys()]) this.stop(folder)
  }

  private start(folder: string): FSWatcher | null {
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => {
        if (name !== null && /\.xmp$/i.test(name)) this.note(path.join(folder, name))
      })
      watcher.on('error', () => this.stop(folder))
      return watcher
    } catch {
      return null
    }
  }

  private stop(folder: string): void {
    this.watchers.get(folder)?.close()
    this.watchers.delete(folder)
  }

  private note(file: string): void {
    this.changed.add(file)
    if (this.timer) clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      const files = [...this.changed]
      this.changed.clear()
      this.onSidecars(files)
    }, quiet)
    this.timer.unref()
  }
}
