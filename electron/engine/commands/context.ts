import {
  type AnyEvent,
  type ArchiveInfo,
  type AskShell,
  CutlineError,
  type JobId,
  type Mutation,
  type PhotoId,
} from '#contract'
import { createArchive } from '../archive/create-archive.js'
import { type Copier, createCopier } from '../ingest/copy.js'
import { createImaging } from '../imaging/imaging-pool.js'
import type { Imaging } from '../imaging/imaging.js'
import { withRawPreviews } from '../imaging/raw-previews.js'
import { Jobs } from '../jobs/jobs.js'
import { createMetadata } from '../metadata/exiftool-metadata.js'
import type { Metadata } from '../metadata/metadata.js'
import { ArchiveTwins } from '../twins/archive-twins.js'
import { Looker } from '../twins/looker.js'
import { Searcher } from '../twins/searcher.js'
import { Session } from './session.js'
import { Watcher } from './watch-commands.js'

export interface ContextOptions {
  /** Built programs: the decoding child, the copying and the searching thread. */
  children: { imaging: string; copy: string; twins: string }
  /** The folder of what comes with Cutline. */
  resources: string
  user: string
  emit: (event: AnyEvent) => void
  /** Whether the program stays: watched folders are watched, listings answered while the index catches up; a single command does neither. */
  stays?: boolean
  askShell?: AskShell | null
}

/** What handlers work with: the open archive, running jobs, and the children, which start when first needed. */
export class Context {
  readonly jobs: Jobs
  readonly watcher: Watcher = new Watcher(this)
  private open: Session | null = null
  private ownImaging: Imaging | null = null
  private ownMetadata: Metadata | null = null
  private ownCopier: Copier | null = null
  private ownSearcher: Searcher | null = null
  private openTwins: { twins: ArchiveTwins; looker: Looker } | null = null

  constructor(private readonly options: ContextOptions) {
    this.jobs = new Jobs(options.emit)
  }

  emit(event: AnyEvent): void {
    this.options.emit(event)
  }

  get resources(): string {
    return this.options.resources
  }

  /** The window's shell; null where there is none. */
  get askShell(): AskShell | null {
    return this.options.askShell ?? null
  }

  /** The person at the keyboard. */
  get user(): string {
    return this.options.user
  }

  get imaging(): Imaging {
    return (this.ownImaging ??= withRawPreviews(
      createImaging({ child: this.options.children.imaging }),
      this.metadata.raws,
    ))
  }

  get metadata(): Metadata {
    return (this.ownMetadata ??= createMetadata())
  }

  get copier(): Copier {
    return (this.ownCopier ??= createCopier(this.options.children.copy))
  }

  /** Near duplicates of the open archive, and who looks at its photos for them. Throws `no-archive`. */
  twins(): { twins: ArchiveTwins; looker: Looker } {
    if (this.openTwins) return this.openTwins
    const session = this.session()
    const { archive, originals, cacheFolder } = session
    const isBusy = () => this.jobs.busy
    const shared = { archive, isBusy, index: () => session.index() }
    const searcher = (this.ownSearcher ??= new Searcher(this.options.children.twins))
    const tell = () => this.options.emit({ event: 'twins.changed', payload: {} })
    const twins = new ArchiveTwins({ ...shared, searcher, onChange: tell })
    const looker = new Looker({
      ...shared,
      originals,
      cacheFolder,
      imaging: () => this.imaging,
      onLooked: () => twins.changed(),
    })
    archive.onChange(({ entry }) => {
      if (entry.mutations.some(bringsPicture)) looker.wake()
    })
    return (this.openTwins = { twins, looker })
  }

  /** The open archive. Throws `no-archive`. */
  session(): Session {
    if (!this.open) throw new CutlineError('no-archive', 'No archive is open.')
    return this.open
  }

  info(): ArchiveInfo | null {
    return this.open?.info() ?? null
  }

  /**
   * Opens an archive in place of the one that is open; one that cannot be opened leaves things as they were. One that is
   * open for reading only is opened again, because whoever held it may have let go.
   */
  async openArchive(folder: string): Promise<ArchiveInfo> {
    if (this.open?.folder === folder && !this.open.archive.readOnly) return this.open.info()
    const session = await Session.open(folder, this.options.user, this.options.emit, {
      metadata: () => this.metadata,
      isBusy: () => this.jobs.isWorking('import'),
      stays: this.options.stays ?? false,
    })
    await this.endSession()
    this.open = session
    this.twins().looker.wake()
    const archive = session.info()
    this.options.emit({ event: 'archive.changed', payload: { archive } })
    this.tellEdits(session)
    if (this.options.stays) await this.watcher.open(session)
    return archive
  }

  async createArchive(folder: string, name?: string): Promise<ArchiveInfo> {
    await createArchive(folder, name)
    return this.openArchive(folder)
  }

  async closeArchive(): Promise<void> {
    if (!this.open) return
    await this.endSession()
    this.options.emit({ event: 'archive.changed', payload: { archive: null } })
  }

  private async endSession(): Promise<void> {
    if (!this.open) return
    const watched = this.watcher.close()
    const ended = this.jobs.close()
    // After the jobs have been told to stop, so that none goes on with an index that is not whole.
    this.open.stopIndexing()
    await ended
    await watched
    // What the watcher had begun at the last moment.
    await this.jobs.close()
    this.openTwins?.twins.close()
    await this.openTwins?.looker.close()
    this.openTwins = null
    const session = this.open
    this.open = null
    await session.close()
  }

  tellEdits(session: Session): void {
    this.options.emit({ event: 'edits.changed', payload: session.undo.state() })
  }

  /** The archive's figures or repairs changed. */
  tellArchive(): void {
    this.options.emit({ event: 'archive.changed', payload: { archive: this.info() } })
  }

  /** A file is coming in whose picture can be shown already. */
  tellArriving(jobId: JobId, photo: { id: PhotoId; file: string }): void {
    this.options.emit({ event: 'import.arriving', payload: { jobId, photos: [photo] } })
  }

  async close(): Promise<void> {
    await this.closeArchive()
    await Promise.all([
      this.ownImaging?.close(),
      this.ownMetadata?.close(),
      this.ownCopier?.close(),
      this.ownSearcher?.close(),
    ])
  }
}

/** A photo comes in, or a better original takes the place of one that was there. */
function bringsPicture(mutation: Mutation): boolean {
  return mutation.op === 'photo.add' || (mutation.op === 'photo.set' && mutation.after.sha256 !== undefined)
}
