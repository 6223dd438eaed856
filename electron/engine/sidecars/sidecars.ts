import path from 'node:path'
import PQueue from 'p-queue'
import { type AnyEvent, CutlineError, type Photo, type PhotoId, type SidecarDamage, type SidecarState } from '#contract'
import type { Archive, ArchiveChange } from '../archive/archive.js'
import type { Originals } from '../archive/originals.js'
import type { Metadata } from '../metadata/metadata.js'
import { findBehind, findStrangers, findTouched } from './catch-up.js'
import { FolderWatch } from './folder-watch.js'
import { type Mirrored, mirrorPhotos, type MirrorTools, nothingMirrored } from './mirror-photos.js'
import { Pending } from './pending.js'
import { besidePhotos } from './beside-photos.js'
import type { SidecarStore } from './sidecar-store.js'

export interface SidecarsOptions {
  archive: Archive
  originals: Originals
  store: SidecarStore
  /** Started when the first sidecar is read or written. */
  metadata: () => Metadata
  /** Whether work is under way that goes before: an import needs the same processes. */
  isBusy: () => boolean
  emit: (event: AnyEvent) => void
}

/** After a caption was written, milliseconds: the next words may come. */
const patience = 1_200
/** Photos of one turn; between two turns other work gets the processes. */
const together = 16
/** Photos found at an opening wait in the catalog, not in memory, beyond so many. */
const mostWaiting = 2_000
/** After opening, milliseconds: the window comes first. */
const afterOpening = 2_000
/** How long closing goes on writing, milliseconds; what is left is taken up at the next opening. */
const lastMoments = 1_500
/** How often the state is told while sidecars are being written, milliseconds. */
const interval = 300

/**
 * Keeps an XMP sidecar beside each captioned original, written behind the catalog's changes and out of their way, and notices what
 * other programs change there. What was not written when the archive is closed, or the program dies, is written after the next opening.
 */
export class Sidecars {
  private readonly pending = new Pending()
  private readonly failed = new Map<PhotoId, { file: string; message: string }>()
  private readonly damaged = new Map<PhotoId, SidecarDamage>()
  private readonly turns = new PQueue({ concurrency: 1 })
  private readonly closing = new AbortController()
  private readonly beside = besidePhotos()
  private readonly watch: FolderWatch
  /** The last entry of each volume that was seen; all of them have their sidecars when nothing waits. */
  private readonly stamps: Map<string, number>
  private readonly tools: Omit<MirrorTools, 'metadata'>
  private caughtUp = false
  private catching: Promise<void> = Promise.resolve()
  private wasOn: boolean
  private running = false
  private timer: NodeJS.Timeout | null = null
  private told = 0

  constructor(private readonly options: SidecarsOptions) {
    const { archive, originals, store } = options
    this.tools = { originals, store, taken: new Map() }
    this.stamps = archive.stamps()
    this.wasOn = this.isOn()
    this.watch = new FolderWatch((files) => void this.lookAtFiles(files))
    if (archive.readOnly) return
    archive.onChange((change) => this.note(change))
    const start = setTimeout(() => this.catchUp(), afterOpening)
    start.unref()
    this.closing.signal.addEventListener('abort', () => clearTimeout(start))
  }

  state(): SidecarState {
    return {
      on: this.isOn(),
      waiting: this.pending.size,
      differing: this.options.store.differingCount(),
      failed: [...this.failed.values()].slice(0, 1_000),
      damaged: [...this.damaged.values()],
    }
  }

  /** Switched on by the desk, and the archive may be written. */
  isOn(): boolean {
    return !this.options.archive.readOnly && this.isKept()
  }

  /** Whether this desk keeps sidecars at all. */
  isKept(): boolean {
    return this.options.archive.desk().every((record) => record.kind !== 'sidecars' || record.on)
  }

  /** Looks whether other programs have changed these photos' sidecars, and from now on watches their folders. */
  async look(ids: readonly PhotoId[]): Promise<void> {
    if (!this.isOn() || this.closing.signal.aborted) return
    const photos = await this.options.archive.photos(ids)
    this.follow(photos)
    const touched = await this.beside.touched(photos, this.tools)
    if (touched.length > 0) this.ask(touched, 0)
  }

  /** Photos are looked after soon; `wait` milliseconds from now at the latest. */
  ask(ids: Iterable<PhotoId>, wait = patience): void {
    this.pending.add(ids)
    this.schedule(wait)
  }

  /** Works while no sidecar is being written. */
  between<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.add(work)
  }

  /** One turn: brings photos' sidecars up to date, or only looks at them. Turns come one after the other. */
  turn(ids: readonly PhotoId[], write: boolean): Promise<Mirrored> {
    return this.turns.add(async () => {
      const photos = await this.options.archive.photos(ids)
      const mirrored = await this.mirror(photos, write)
      this.account(photos, mirrored, write)
      return mirrored
    })
  }

  /** Goes on until nothing waits, or `until` says so. */
  async drain(until: () => boolean): Promise<void> {
    while (this.pending.size > 0 && !until() && this.isOn()) await this.turn(this.pending.take(together), true)
    this.rest()
  }

  /** Everything was looked at and written up to now, by a run over the whole archive. */
  allWritten(): void {
    this.caughtUp = true
    this.rest()
  }

  /** Writes for a moment longer, then leaves the rest to the next opening. */
  async close(): Promise<void> {
    const end = Date.now() + lastMoments
    this.closing.abort()
    this.watch.close()
    if (this.timer) clearTimeout(this.timer)
    await this.catching
    await this.drain(() => Date.now() > end)
    await this.turns.onIdle()
    this.options.store.close()
  }

  private note({ entry, photos, stamps, desk }: ArchiveChange): void {
    for (const [unit, stamp] of Object.entries(stamps)) this.stamps.set(unit, stamp)
    const isOn = this.isOn()
    if (isOn && photos.length > 0) {
      this.pending.noteBefore(entry.mutations)
      this.ask(photos.map(({ photo }) => photo.id))
    }
    if (desk && isOn !== this.wasOn) {
      this.wasOn = isOn
      this.caughtUp = false
      if (isOn) this.catchUp()
      this.tell()
    }
  }

  /** What a crash, closing early, or another program while nobody looked, has left to do. */
  private catchUp(): void {
    const { signal } = this.closing
    const { archive } = this.options
    const found = async (ids: PhotoId[]) => {
      if (ids.length > 0) this.ask(ids, 0)
      while (this.pending.size > mostWaiting && !signal.aborted)
        await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const work = async () => {
      if (!this.isOn()) return
      await findTouched(this.tools, signal, found)
      await findBehind(archive, this.tools, signal, found)
      await findStrangers(archive, this.tools, signal, found)
      if (signal.aborted) return
      this.caughtUp = true
      if (this.pending.size === 0) this.rest()
    }
    // What cannot be read now is found at the next opening; nothing is lost by it.
    this.catching = this.catching.then(work).catch(() => undefined)
  }

  private schedule(wait: number): void {
    if (this.closing.signal.aborted || this.running) return
    if (this.timer) {
      if (wait > 0) return
      clearTimeout(this.timer)
    }
    this.timer = setTimeout(() => void this.run(), wait)
    this.timer.unref()
  }

  private async run(): Promise<void> {
    this.timer = null
    if (this.pending.size === 0) return
    if (this.options.isBusy()) {
      this.schedule(1_000)
      return
    }
    this.running = true
    await this.turn(this.pending.take(together), true)
    this.running = false
    if (this.pending.size > 0) this.schedule(0)
    else this.rest()
  }

  private async mirror(photos: readonly Photo[], write: boolean): Promise<Mirrored> {
    try {
      const tools = { ...this.tools, metadata: this.options.metadata() }
      return await mirrorPhotos(tools, photos, { write, earlier: (id) => this.pending.earlier(id) })
    } catch (error) {
      const { code, message } = CutlineError.from(error)
      const failed = photos.map(({ id, path: file }) => ({ photoId: id, file, code, message }))
      return { ...nothingMirrored(), failed }
    }
  }

  private account(photos: readonly Photo[], mirrored: Mirrored, write: boolean): void {
    if (!write) {
      this.tell()
      return
    }
    for (const { id } of photos) this.failed.delete(id)
    for (const { photoId, file, message } of mirrored.failed) this.failed.set(photoId, { file, message })
    for (const { photoId, file, kept } of mirrored.damaged) this.damaged.set(photoId, { file, kept })
    const undone = new Set([...mirrored.again, ...mirrored.failed.map(({ photoId }) => photoId)])
    this.pending.settled(photos.map(({ id }) => id).filter((id) => !undone.has(id)))
    if (mirrored.again.length > 0) this.ask(mirrored.again)
    this.follow(photos)
    this.tell()
  }

  /** Nothing waits: all that was seen of the volumes is written. */
  private rest(): void {
    if (this.pending.size > 0) return
    if (this.caughtUp && this.failed.size === 0 && this.isOn()) this.options.store.setStamps(this.stamps)
    this.told = 0
    this.tell()
  }

  private follow(photos: readonly Photo[]): void {
    if (this.closing.signal.aborted) return
    this.beside.note(photos)
    for (const photo of photos) this.watch.follow(path.dirname(this.options.originals.absolute(photo.path)))
  }

  private async lookAtFiles(files: readonly string[]): Promise<void> {
    const root = this.options.originals.absolute('')
    const ids = files.flatMap((file) => {
      const relative = path.relative(root, file).split(path.sep).join('/')
      return this.options.store.ownerOf(relative) ?? this.beside.ownerOf(relative) ?? []
    })
    if (ids.length > 0) await this.look(ids)
  }

  private tell(): void {
    if (Date.now() - this.told < interval) return
    this.told = Date.now()
    this.options.emit({ event: 'sidecars.changed', payload: this.state() })
  }
}
