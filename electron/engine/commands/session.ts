import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { AnyEvent, ArchiveInfo, PhotoId } from '#contract'
import type { Archive, ArchiveChange } from '../archive/archive.js'
import { openArchive } from '../archive/folder-archive.js'
import { layout } from '../archive/layout.js'
import { Originals } from '../archive/originals.js'
import { UndoHistory } from '../archive/undo.js'
import { UsageLog } from '../archive/usage-log.js'
import type { ArchiveIndex } from '../index/archive-index.js'
import { openIndex, openMemoryIndex } from '../index/open-index.js'
import type { SidecarStore } from '../sidecars/sidecar-store.js'
import { Sidecars, type SidecarsOptions } from '../sidecars/sidecars.js'
import { openSidecarStore } from '../sidecars/sqlite-store.js'
import { sweepDeletions } from '../trash/remove-files.js'
import { IndexFeed } from './index-feed.js'

/** The archive that is open, with everything that belongs to it. */
export class Session {
  readonly undo = new UndoHistory()
  readonly usage: UsageLog
  private readonly indexFeed: IndexFeed

  private constructor(
    readonly folder: string,
    readonly cacheFolder: string,
    readonly archive: Archive,
    readonly originals: Originals,
    readonly sidecars: Sidecars,
    readonly sidecarStore: SidecarStore,
    private readonly ownIndex: ArchiveIndex,
    private readonly emit: (event: AnyEvent) => void,
    private readonly stays: boolean,
  ) {
    this.usage = new UsageLog(folder)
    this.indexFeed = new IndexFeed(archive, ownIndex, (part) => this.tellIndexing(part))
  }

  /** Rejects as `openArchive` does. The index catches up behind; `index()` waits for it. */
  static async open(
    folder: string,
    user: string,
    emit: (event: AnyEvent) => void,
    tools: Pick<SidecarsOptions, 'metadata' | 'isBusy'> & { stays: boolean },
  ): Promise<Session> {
    const absolute = path.resolve(folder)
    const archive = await openArchive(absolute, { user })
    try {
      const cacheFolder = layout.cache(absolute)
      const originals = new Originals(absolute)
      if (!archive.readOnly) {
        await mkdir(cacheFolder, { recursive: true })
        await originals.sweep()
      }
      // Only the archive's one writer may write its index; a reader makes one for itself.
      const index = archive.readOnly ? await openMemoryIndex() : await openIndex(path.join(cacheFolder, 'index.db'))
      const store = openSidecarStore(archive.readOnly ? null : path.join(cacheFolder, 'sidecars.db'))
      await sweepDeletions({ archive, originals, sidecarStore: store, cacheFolder })
      const sidecars = new Sidecars({ archive, originals, store, emit, ...tools })
      const session = new Session(absolute, cacheFolder, archive, originals, sidecars, store, index, emit, tools.stays)
      session.indexFeed.catchUp()
      archive.onChange((change) => session.follow(change))
      return session
    } catch (error) {
      await archive.close()
      throw error
    }
  }

  info(): ArchiveInfo {
    const { id, name, readOnly, lockedBy, repairs } = this.archive
    const { photos, stories } = this.archive.counts()
    return {
      id,
      name,
      folder: this.folder,
      cacheFolder: this.cacheFolder,
      photoCount: photos,
      storyCount: stories,
      readOnly,
      lockedBy,
      repairs: [...repairs],
    }
  }

  /** The index, when it holds the whole archive as it is now. */
  index(): Promise<ArchiveIndex> {
    return this.indexFeed.whole()
  }

  /**
   * The index for whoever looks at the archive meanwhile: with every change made so far, while photos that it has not caught up with yet
   * are missing. A program that does one thing and ends waits for the whole.
   */
  indexSoFar(): Promise<ArchiveIndex> {
    return this.stays ? this.indexFeed.soFar() : this.indexFeed.whole()
  }

  /** Empties the index and feeds it again. */
  reindex(): Promise<void> {
    return this.indexFeed.again()
  }

  /** The index is fed no further: first of all when the archive closes, so that what waits for the whole index can end. */
  stopIndexing(): void {
    this.indexFeed.stop()
  }

  async close(): Promise<void> {
    await this.sidecars.close()
    await this.indexFeed.close()
    await this.archive.close()
    await this.ownIndex.close()
  }

  private follow(change: ArchiveChange): void {
    this.indexFeed.follow(change).then(
      () => this.tell(change),
      // An index that fails is no truth lost: it is fed again when the archive is next opened.
      () => this.tell(change),
    )
  }

  private tellIndexing(part: number): void {
    this.emit({ event: 'archive.indexing', payload: { part } })
    // Everything that counts photos counts anew.
    if (part === 1) this.emit({ event: 'photos.changed', payload: { added: [], changed: [] } })
  }

  private tell({ entry, photos, removedPhotos, stories, removedStories, desk }: ArchiveChange): void {
    const added = new Set<PhotoId>()
    for (const mutation of entry.mutations) if (mutation.op === 'photo.add') added.add(mutation.photo.id)
    const changed = [...photos.map(({ photo }) => photo.id), ...removedPhotos.map(({ id }) => id)].filter(
      (id) => !added.has(id),
    )
    if (added.size + changed.length > 0) {
      this.emit({ event: 'photos.changed', payload: { added: [...added], changed } })
    }
    const ids = [...stories.map(({ id }) => id), ...removedStories]
    if (desk) this.emit({ event: 'desk.changed', payload: {} })
    if (ids.length > 0) this.emit({ event: 'stories.changed', payload: { ids } })
  }
}
