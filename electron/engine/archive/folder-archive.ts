import { mkdir, rename, rm } from 'node:fs/promises'
import { Low } from 'lowdb'
import PQueue from 'p-queue'
import {
  CutlineError,
  type DeskRecord,
  type EditKind,
  type Entry,
  type LockHolder,
  type Mutation,
  type Photo,
  type PhotoId,
  type Repair,
  type Story,
  type StoryId,
} from '#contract'
import { DurableJsonFile } from '../durable/low-file.js'
import { syncFolder } from '../durable/write.js'
import type { Archive, ArchiveChange } from './archive.js'
import { onlyMutations, photoIdOf, storyIdOf } from './apply.js'
import { Catalog } from './catalog.js'
import { type Deletion, Deletions } from './deletions.js'
import { Desk } from './desk.js'
import { HistoryFile } from './history.js'
import { entryLine, readJournal, setJournalAside, startJournal } from './journal.js'
import { layout, storyUnit } from './layout.js'
import { LineFile } from './lines.js'
import { type ArchiveLock, takeLock } from './lock.js'
import { ArchiveFile, currentSchema, migrate, type Schema } from './schema.js'
import { Stories } from './stories.js'
import type { CurrentRecords } from './undo.js'

export interface OpenArchiveOptions {
  /** The person at the keyboard, for the histories. */
  user: string
  /** Do not even try to take the lock. */
  readOnly?: boolean
  /** For tests of migration; otherwise the program's own. */
  schema?: Schema
}

/** The journal is taken over when nothing has been changed for so long, milliseconds. */
const quiet = 2_000
/** … or when it has grown to so many bytes. */
const journalLimit = 8 * 1024 * 1024
/** A lock that was confirmed so recently is not read again before a change, milliseconds. */
const lockTrusted = 15_000

/**
 * Opens the archive in a folder, taking its lock; when somebody else has it, the archive is read-only and says who.
 * Rejects with `archive-not-found`, `archive-damaged`, `archive-too-new`.
 */
export async function openArchive(folder: string, options: OpenArchiveOptions): Promise<Archive> {
  const schema = options.schema ?? currentSchema
  const repairs: Repair[] = []
  const settings = await readSettings(folder, schema, repairs)
  const lock = options.readOnly ? null : await lockOrReadOnly(folder, options.user)
  try {
    const held = lock && 'release' in lock ? lock : null
    const lockedBy = lock && 'heldBy' in lock ? lock.heldBy : null
    const archive = new FolderArchive(folder, settings, schema, options.user, held, lockedBy, repairs)
    await archive.open()
    return archive
  } catch (error) {
    if (lock && 'release' in lock) await lock.release()
    throw error
  }
}

class FolderArchive implements Archive {
  readonly id: string
  readonly name: string
  private catalog!: Catalog // set by open(), which the only caller awaits
  private allStories!: Stories // likewise
  private ownDesk!: Desk // likewise
  private ownDeletions!: Deletions // likewise
  private journal: LineFile | null = null
  private seq = 0
  private readonly listeners = new Set<(change: ArchiveChange) => void>()
  /** Changes come one after the other, and so do checkpoints. */
  private readonly changes = new PQueue({ concurrency: 1 })
  private readonly checkpoints = new PQueue({ concurrency: 1 })
  private timer: NodeJS.Timeout | null = null
  private lockSeen = Date.now()
  private closed = false

  constructor(
    private readonly folder: string,
    private readonly settings: Low<ArchiveFile>,
    private readonly schema: Schema,
    private readonly user: string,
    private readonly lock: ArchiveLock | null,
    readonly lockedBy: LockHolder | null,
    readonly repairs: Repair[],
  ) {
    this.id = settings.data.id
    this.name = settings.data.name
  }

  get readOnly(): boolean {
    return this.lock === null
  }

  async open(): Promise<void> {
    // The newer journal first: its writer may be moving it behind the older name while we read.
    const files = [layout.journal(this.folder), layout.oldJournal(this.folder)]
    const [current, old] = await Promise.all(files.map((file) => readJournal(file, this.schema)))
    if (!current || !old) throw new Error('unreachable: two journals were read')
    const onRepair = (repair: Repair) => this.repairs.push(repair)
    if (!this.readOnly)
      for (const name of ['catalog', 'stories']) await mkdir(`${this.folder}/${name}`, { recursive: true })
    this.ownDeletions = await Deletions.open(this.folder, this.schema)
    this.catalog = await Catalog.open(this.folder, this.schema, onRepair, (id) => this.ownDeletions.has(id))
    this.allStories = await Stories.open(this.folder, this.schema, onRepair)
    this.ownDesk = await Desk.open(this.folder, this.schema, onRepair)
    const entries = [...old.entries, ...current.entries]
    for (const entry of entries) {
      await this.catalog.take(entry)
      this.ownDeletions.take(entry)
      this.allStories.take(entry)
      this.ownDesk.take(entry)
    }
    const held = [this.catalog.seq, this.allStories.seq, this.ownDesk.seq, this.ownDeletions.seq]
    this.seq = Math.max(...held, current.after ?? 0, entries.at(-1)?.seq ?? 0)
    if (current.damaged || old.damaged) await this.reportJournal(current.damaged ? files[0] : files[1])
    if (this.readOnly) return
    await this.raiseSchema()
    this.journal =
      current.after === null
        ? await startJournal(layout.journal(this.folder), this.seq)
        : await LineFile.open(layout.journal(this.folder), current.size)
    if (entries.length > 0 || current.damaged || old.damaged) await this.checkpoint()
  }

  counts(): { photos: number; stories: number } {
    return { photos: this.catalog.count, stories: this.allStories.count }
  }

  async photos(ids: readonly PhotoId[]): Promise<Photo[]> {
    const photos: Photo[] = []
    for (const id of ids) {
      const photo = await this.catalog.get(id)
      if (photo) photos.push(photo)
    }
    this.catalog.trim()
    return photos
  }

  story(id: StoryId): Promise<Story | null> {
    return Promise.resolve(this.allStories.get(id))
  }

  stories(): Promise<Story[]> {
    return Promise.resolve(this.allStories.all())
  }

  async historyOfAll(of: { photos: readonly PhotoId[]; stories: readonly StoryId[] }): Promise<Entry[]> {
    const [photos, stories] = [new Set(of.photos), new Set(of.stories)]
    const concerns = (mutation: Mutation) =>
      photos.has(photoIdOf(mutation) ?? '') || stories.has(storyIdOf(mutation) ?? '')
    const found = new Map<number, Entry>()
    const take = (entry: Entry) => {
      const part = onlyMutations(entry, concerns)
      if (!part) return
      const known = found.get(entry.seq)?.mutations ?? []
      const told = new Set(known.map((mutation) => JSON.stringify(mutation)))
      const more = part.mutations.filter((mutation) => !told.has(JSON.stringify(mutation)))
      found.set(entry.seq, { ...part, mutations: [...known, ...more] })
    }
    // In the order in which entries move on, so that none slips through while a checkpoint is under way.
    for (const file of [layout.journal(this.folder), layout.oldJournal(this.folder)]) {
      for (const entry of (await readJournal(file, this.schema)).entries) take(entry)
    }
    for (const unit of [...(await this.catalog.unitsOf(of.photos)), ...of.stories.map(storyUnit)]) {
      const history = new HistoryFile(layout.history(this.folder, unit), this.schema)
      for await (const entry of history.read()) take(entry)
    }
    this.catalog.trim()
    return [...found.values()].sort((a, b) => a.seq - b.seq)
  }

  desk(): readonly DeskRecord[] {
    return this.ownDesk.records
  }

  async *history(of: { photo: PhotoId } | { story: StoryId }): AsyncGenerator<Entry> {
    // Entries on their way from the journal into the history are neither here nor there.
    await this.checkpoint()
    const isPhoto = 'photo' in of
    const entries = isPhoto ? this.catalog.entriesAbout(of.photo) : this.allStories.entriesAbout(of.story)
    for await (const entry of entries) {
      const part = onlyMutations(entry, (mutation) =>
        isPhoto ? photoIdOf(mutation) === of.photo : storyIdOf(mutation) === of.story,
      )
      if (part) yield part
    }
  }

  deletions(): AsyncIterable<Deletion> {
    return this.ownDeletions.all()
  }

  unsweptDeletions(): readonly Deletion[] {
    return this.ownDeletions.unswept()
  }

  markSwept(seq: number): Promise<void> {
    return this.ownDeletions.markSwept(seq)
  }

  stamps(): Map<string, number> {
    return new Map([...this.catalog.stamps(), ...this.allStories.stamps()])
  }

  async volume(unit: string): Promise<readonly Photo[]> {
    const photos = await this.catalog.volume(unit)
    this.catalog.trim()
    return photos
  }

  lost(): string[] {
    return this.catalog.lost()
  }

  async requireWritable(): Promise<void> {
    await this.writable()
  }

  commit(kind: EditKind, build: (current: CurrentRecords) => Promise<Mutation[]> | Mutation[]): Promise<Entry | null> {
    return this.changes.add(async () => {
      const journal = await this.writable()
      const mutations = await build({
        photo: (id) => this.catalog.get(id),
        story: (id) => this.allStories.get(id),
        desk: (id) => this.ownDesk.get(id),
      })
      if (mutations.length === 0) return null
      const entry: Entry = {
        seq: this.seq + 1,
        at: new Date().toISOString(),
        by: this.user,
        kind,
        mutations,
      }
      await journal.append([entryLine(entry, this.schema)])
      this.seq = entry.seq
      await this.take(entry)
      this.scheduleCheckpoint(journal)
      return entry
    })
  }

  onChange(listener: (change: ArchiveChange) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  checkpoint(): Promise<void> {
    return this.checkpoints.add(async () => {
      if (this.readOnly) return
      await this.changes.add(() => this.rotateJournal())
      await this.ownDeletions.save()
      for (const volume of this.catalog.dirty()) await volume.save()
      for (const story of this.allStories.dirty()) await story.save()
      for (const desk of this.ownDesk.dirty()) await desk.save()
      await rm(layout.oldJournal(this.folder), { force: true })
      this.catalog.trim()
    })
  }

  async close(): Promise<void> {
    if (this.closed) return
    this.closed = true
    if (this.timer) clearTimeout(this.timer)
    await this.changes.onIdle()
    try {
      // A checkpoint that fails loses nothing: the journal is taken over on the next opening.
      await this.checkpoint().catch(() => undefined)
      await this.journal?.close()
    } finally {
      await this.lock?.release()
    }
  }

  private async take(entry: Entry): Promise<void> {
    const { changed: photos, removed: removedPhotos } = await this.catalog.take(entry)
    this.ownDeletions.take(entry)
    const { changed, removed } = this.allStories.take(entry)
    const desk = this.ownDesk.take(entry)
    const stamps: Record<string, number> = {}
    for (const { volume } of [...photos, ...removedPhotos]) stamps[volume] = entry.seq
    for (const { id } of changed) stamps[storyUnit(id)] = entry.seq
    const change: ArchiveChange = {
      entry,
      stamps,
      photos,
      removedPhotos,
      stories: changed,
      removedStories: removed,
      desk,
    }
    for (const listener of this.listeners) listener(change)
  }

  private async writable(): Promise<LineFile> {
    if (this.closed) throw new CutlineError('no-archive', 'The archive has been closed.')
    if (!this.lock || !this.journal) {
      throw new CutlineError(
        this.lockedBy ? 'archive-locked' : 'archive-read-only',
        this.lockedBy
          ? `The archive is open for writing elsewhere: ${this.lockedBy.user} on ${this.lockedBy.host} (process ${this.lockedBy.pid}). Nothing was changed.`
          : 'The archive was opened for reading only. Nothing was changed.',
        this.lockedBy ? { ...this.lockedBy } : {},
      )
    }
    // A computer that slept may find that another has taken over; the truth then is theirs to write.
    if (Date.now() - this.lockSeen > lockTrusted && !(await this.lock.isHeld())) {
      throw new CutlineError(
        'archive-locked',
        'Another program has taken this archive over while this one was asleep. Nothing was changed; open the archive again.',
      )
    }
    this.lockSeen = Date.now()
    return this.journal
  }

  private scheduleCheckpoint(journal: LineFile): void {
    if (this.timer) clearTimeout(this.timer)
    const run = () => void this.checkpoint().catch(() => undefined)
    if (journal.bytes > journalLimit) {
      this.timer = null
      run()
      return
    }
    this.timer = setTimeout(run, quiet)
    this.timer.unref()
  }

  /** Sets the journal's entries aside for the checkpoint; new ones go to a fresh journal meanwhile. */
  private async rotateJournal(): Promise<void> {
    if (!this.journal) return
    const [current, old] = [layout.journal(this.folder), layout.oldJournal(this.folder)]
    // An older one that could not be taken over (a full disk) must not be replaced: the next time, then.
    const pending = await readJournal(old, this.schema)
    if (pending.entries.length > 0) return
    await this.journal.close()
    await rename(current, old)
    this.journal = await startJournal(current, this.seq)
    await syncFolder(layout.catalog(this.folder))
  }

  private async reportJournal(file: string | undefined): Promise<void> {
    if (!file) return
    const kept = this.readOnly ? file : await setJournalAside(file, new Date())
    this.repairs.push({
      kind: 'journal-cut',
      file: kept,
      message: `The journal was damaged; changes up to the damage were taken over, and the damaged file was kept as ${kept}.`,
    })
  }

  /** Before anything else is written in the new version, archive.json tells older programs to stay away. */
  private async raiseSchema(): Promise<void> {
    const repaired = this.repairs.some(({ kind }) => kind === 'settings-from-backup')
    if (this.settings.data.schema === this.schema.version && !repaired) return
    this.settings.data.schema = this.schema.version
    await this.settings.write()
  }
}

async function readSettings(folder: string, schema: Schema, repairs: Repair[]): Promise<Low<ArchiveFile>> {
  let found = schema.version
  const adapter = new DurableJsonFile(layout.settings(folder), (value) => {
    const parsed = ArchiveFile.parse(migrate(value, 'archive', schema))
    found = ArchiveFile.pick({ schema: true }).parse(value).schema
    return parsed
  })
  const data = await adapter.read()
  if (!data) {
    throw new CutlineError('archive-not-found', `There is no archive in ${folder}: it has no archive.json.`, { folder })
  }
  if (adapter.source === 'backup') {
    repairs.push({
      kind: 'settings-from-backup',
      file: layout.settings(folder),
      message: 'archive.json was damaged; it came back from its backup.',
    })
  }
  // lowdb holds the migrated data; the number found on disk tells that they must be written.
  return new Low(adapter, { ...data, schema: found })
}

async function lockOrReadOnly(folder: string, user: string) {
  try {
    return await takeLock(layout.lock(folder), user)
  } catch (error) {
    // A folder that cannot be written (a disc, a share without rights) can still be read.
    if (error instanceof Error && 'code' in error && ['EACCES', 'EROFS', 'EPERM'].includes(String(error.code)))
      return null
    throw error
  }
}
