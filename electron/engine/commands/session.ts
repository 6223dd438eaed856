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
import { collectionsOf, followArchive } from './follow-archive.js'

/** The archive that is open, with everything that belongs to it. */
export class Session {
  readonly undo = new UndoHistory()
  readonly usage: UsageLog
  private indexing: Promise<void> = Promise.resolve()

  private constructor(
    readonly folder: string,
    readonly cacheFolder: string,
    readonly archive: Archive,
    readonly originals: Originals,
    readonly sidecars: Sidecars,
    readonly sidecarStore: SidecarStore,
    private readonly ownIndex: ArchiveIndex,
    private readonly emit: (event: AnyEvent) => void,
  ) {
    this.usage = new UsageLog(folder)
  }

  /** Rejects as `openArchive` does. The index catches up behind; `index()` waits for it. */
  static async open(
    folder: string,
    user: string,
    emit: (event: AnyEvent) => void,
    tools: Pick<SidecarsOptions, 'metadata' | 'isBusy'>,
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
      const session = new Session(absolute, cacheFolder, archive, originals, sidecars, store, index, emit)
      session.indexing = followArchive(archive, index)
      session.indexing.catch(() => undefined)
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

  /** The index, when it has followed every change made so far. */
  async index(): Promise<ArchiveIndex> {
    await this.indexing
    return this.ownIndex
  }

  /** Empties the index and feeds it again. */
  async reindex(): Promise<void> {
    await this.indexing.catch(() => undefined)
    for (const unit of (await this.ownIndex.stamps()).keys()) await this.ownIndex.forget(unit)
    this.indexing = followArchive(this.archive, this.ownIndex)
    await this.indexing
  }

  async close(): Promise<void> {
    await this.sidecars.close()
    await this.indexing.catch(() => undefined)
    await this.archive.close()
    await this.ownIndex.close()
  }

  private follow(change: ArchiveChange): void {
    this.indexing = this.indexing.then(async () => {
      await this.feed(change)
      if (change.desk) await this.ownIndex.putCollections(collectionsOf(this.archive.desk()))
    })
    this.indexing.then(
      () => this.tell(change),
      // An index that fails is no truth lost: it is fed again when the archive is next opened.
      () => this.tell(change),
    )
  }

  /** Volumes that photos were deleted from are fed anew: that happens seldom. */
  private async feed(change: ArchiveChange): Promise<void> {
    const volumes = new Set(change.removedPhotos.map(({ volume }) => volume))
    const photos = change.photos.filter(({ volume }) => !volumes.has(volume))
    // A stamp tells that the index holds the whole volume, which is so only after it was fed anew.
    const stamps = Object.fromEntries(Object.entries(change.stamps).filter(([unit]) => !volumes.has(unit)))
    await this.ownIndex.update({ ...change, stamps, photos })
    for (const volume of volumes) {
      const stamp = this.archive.stamps().get(volume) ?? change.entry.seq
      await this.ownIndex.replaceVolume(volume, stamp, await this.archive.volume(volume))
    }
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
