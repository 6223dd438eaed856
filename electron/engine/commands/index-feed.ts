import type { Collection } from '#contract'
import type { Archive, ArchiveChange } from '../archive/archive.js'
import { storyUnit } from '../archive/layout.js'
import type { ArchiveIndex } from '../index/archive-index.js'

/** More volumes at once are indexed in less time each, and hold up other work longer. */
const volumesAtOnce = 2

/** While somebody works, so many photos are indexed between two turns of other work: a tenth of a second's worth. */
const photosAtOnce = 200

/** Milliseconds after a question for which somebody counts as working. */
const working = 3_000

/** Milliseconds between two reports of how far it has come. */
const reportEvery = 1_000

/**
 * Keeps the index in step with the archive: what it lacks when the archive is opened is fed behind, the newest photos first, and every
 * change as it comes. What is fed goes one after the other, so that nothing older is ever written over something newer.
 */
export class IndexFeed {
  private steps: Promise<void> = Promise.resolve()
  private changes: Promise<void> = Promise.resolve()
  private caughtUp: Promise<void> = Promise.resolve()
  /** Volumes that the index does not hold as a whole yet. */
  private readonly behind = new Set<string>()
  private askedAt = Number.NEGATIVE_INFINITY
  private isClosed = false

  constructor(
    private readonly archive: Archive,
    private readonly own: ArchiveIndex,
    /** How far it has come while it catches up, 0 to 1; 1 when it has. Not called where nothing was missing. */
    private readonly onProgress: (part: number) => void,
  ) {}

  /** Begins to feed what the index lacks. */
  catchUp(): void {
    // Who opens an archive is about to ask.
    this.askedAt = Date.now()
    this.caughtUp = this.feedMissing()
    this.caughtUp.catch(() => undefined)
  }

  /** The index, when it holds the archive as a whole. Rejects where feeding has failed. */
  async whole(): Promise<ArchiveIndex> {
    await this.caughtUp
    await this.steps
    return this.own
  }

  /** The index with every change made so far; photos that it has not caught up with yet are missing. */
  async soFar(): Promise<ArchiveIndex> {
    this.askedAt = Date.now()
    await this.changes
    return this.own
  }

  /** Empties the index and feeds it again. */
  async again(): Promise<void> {
    await this.caughtUp.catch(() => undefined)
    await this.steps.catch(() => undefined)
    this.steps = this.changes = Promise.resolve()
    for (const unit of (await this.own.stamps()).keys()) await this.own.forget(unit)
    this.catchUp()
    await this.caughtUp
  }

  /** Feeds a change. Resolves when the index has it; rejects where that failed, which is no truth lost: it is fed again at the next opening. */
  follow(change: ArchiveChange): Promise<void> {
    this.changes = this.step(async () => {
      await this.feed(change)
      if (change.desk) await this.own.putCollections(this.collections())
    })
    return this.changes
  }

  /** Stops catching up after the step in hand, without waiting for it: who waits for the whole index is not kept from closing. */
  stop(): void {
    this.isClosed = true
  }

  /** Stops catching up: the rest is fed when the archive is next opened. Resolves when nothing is being fed any more. */
  async close(): Promise<void> {
    this.stop()
    await this.caughtUp.catch(() => undefined)
    await this.steps.catch(() => undefined)
  }

  private step(work: () => Promise<void>): Promise<void> {
    const done = this.steps.then(work)
    done.catch(() => undefined)
    this.steps = done
    return done
  }

  private async feedMissing(): Promise<void> {
    const [truth, known] = [this.archive.stamps(), await this.own.stamps()]
    for (const unit of known.keys()) if (!truth.has(unit)) await this.step(() => this.own.forget(unit))
    const missing = [...truth.keys()].filter((unit) => known.get(unit) !== truth.get(unit))
    const volumes = missing.filter((unit) => unit.startsWith('catalog/'))
    for (const volume of volumes) this.behind.add(volume)
    // Stories first: a photo is then indexed once, with the stories that it stands in.
    await this.step(() => this.own.putCollections(this.collections()))
    await this.feedStories(new Set(missing))
    let reported = Date.now()
    while (volumes.length > 0 && !this.isClosed) {
      const some = volumes.splice(this.isWorkedWith() ? -1 : -volumesAtOnce)
      await this.feedVolumes(some)
      for (const volume of some) this.behind.delete(volume)
      if (Date.now() - reported >= reportEvery || volumes.length === 0) {
        reported = Date.now()
        this.onProgress(1 - volumes.length / truth.size)
      }
      await new Promise(setImmediate)
    }
  }

  private collections(): Collection[] {
    return this.archive.desk().filter((record) => record.kind === 'collection')
  }

  private isWorkedWith(): boolean {
    return Date.now() - this.askedAt < working
  }

  private async feedStories(missing: ReadonlySet<string>): Promise<void> {
    const nothing = { photos: [], removedStories: [] }
    for (const story of await this.archive.stories()) {
      const unit = storyUnit(story.id)
      if (!missing.has(unit)) continue
      await this.step(async () => {
        const stamp = this.archive.stamps().get(unit)
        const [current] = (await this.archive.stories()).filter(({ id }) => id === story.id)
        if (stamp !== undefined && current)
          await this.own.update({ ...nothing, stamps: { [unit]: stamp }, stories: [current] })
      })
    }
  }

  private async feedVolumes(volumes: readonly string[]): Promise<void> {
    if (this.isWorkedWith()) for (const volume of volumes) await this.feedInParts(volume)
    await this.step(() => this.replaceVolumes(volumes))
  }

  /** Each part is read when its turn comes: a change that came before it is in it. */
  private async feedInParts(volume: string): Promise<void> {
    const { length } = await this.archive.volume(volume)
    for (let end = length; end > 0 && !this.isClosed; end -= photosAtOnce) {
      await this.step(async () => {
        const part = (await this.archive.volume(volume)).slice(Math.max(0, end - photosAtOnce), end)
        const photos = part.map((photo) => ({ volume, photo }))
        await this.own.update({ stamps: {}, photos, stories: [], removedStories: [] })
      })
      await new Promise(setImmediate)
    }
  }

  /** The stamps as they were before the photos were read: what comes between is fed after. */
  private async replaceVolumes(volumes: readonly string[]): Promise<void> {
    const stamps = this.archive.stamps()
    const read = volumes.flatMap((volume) => {
      const stamp = stamps.get(volume)
      return stamp === undefined ? [] : [{ volume, stamp }]
    })
    const whole = read.map(async (each) => ({ ...each, photos: await this.archive.volume(each.volume) }))
    await this.own.replaceVolumes(await Promise.all(whole))
  }

  /**
   * Volumes that photos were deleted from are fed anew: that happens seldom. A stamp tells that the index holds the whole volume, which is
   * not so of those that it has yet to catch up with.
   */
  private async feed(change: ArchiveChange): Promise<void> {
    const volumes = new Set(change.removedPhotos.map(({ volume }) => volume))
    const photos = change.photos.filter(({ volume }) => !volumes.has(volume))
    const isWhole = ([unit]: readonly [string, number]) => !volumes.has(unit) && !this.behind.has(unit)
    const stamps = Object.fromEntries(Object.entries(change.stamps).filter(isWhole))
    await this.own.update({ ...change, stamps, photos })
    await this.replaceVolumes([...volumes].filter((volume) => !this.behind.has(volume)))
  }
}
