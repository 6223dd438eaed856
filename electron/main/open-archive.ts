import { access } from 'node:fs/promises'
import path from 'node:path'
import type { AnyEvent, ArchiveInfo } from '#contract'
import type { EngineProcess } from './engine-process.js'
import { withRecent } from './settings-changes.js'
import type { SettingsStore } from './settings-store.js'

/** The archive that the engine has open, as the shell knows it: for the title, the photo protocol, and starting again. */
export class OpenArchive {
  private now: ArchiveInfo | null = null
  private first: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly engine: EngineProcess,
    private readonly store: SettingsStore,
    /** Tells that recent archives changed. */
    private readonly onRemembered: () => void,
  ) {}

  get info(): ArchiveInfo | null {
    return this.now
  }

  /** The archive once the one of the last session has been opened, or could not be. */
  async afterStart(): Promise<ArchiveInfo | null> {
    await this.first
    return this.now
  }

  follow(event: AnyEvent): void {
    if (event.event === 'archive.changed') this.now = event.payload.archive
  }

  /** Opens the archive of the last session. One that cannot be opened stays among the recent ones. */
  openLast(): void {
    const [folder] = this.store.settings.recentArchives
    if (folder === undefined) return
    this.first = this.engine.call('archive.open', { folder }).then(
      (info) => (this.now = info),
      () => null,
    )
  }

  /** Opens the archive again in an engine that was started again. */
  async reopen(): Promise<void> {
    if (this.now) this.now = await this.engine.callNow('archive.open', { folder: this.now.folder })
  }

  /** Rejects with `archive-not-found` and whatever else opening can meet. */
  async open(folder: string): Promise<ArchiveInfo> {
    await this.first
    return this.remember(await this.engine.call('archive.open', { folder }))
  }

  /** Opens the archive in this folder, or makes one there. */
  async openOrCreate(folder: string, name?: string): Promise<ArchiveInfo> {
    if (await exists(path.join(folder, 'archive.json'))) return this.open(folder)
    await this.first
    return this.remember(await this.engine.call('archive.create', name === undefined ? { folder } : { folder, name }))
  }

  private async remember(info: ArchiveInfo): Promise<ArchiveInfo> {
    this.now = info
    const recentArchives = withRecent(this.store.settings.recentArchives, info.folder)
    // An archive that is open is not to be refused because the list of recent ones cannot be written.
    await this.store.change({ recentArchives }).catch(() => undefined)
    this.onRemembered()
    return info
  }
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
