import type { Mutation, Photo } from '#contract'
import type { Archive } from '../archive/archive.js'
import type { Originals } from '../archive/originals.js'
import { withFacts } from '../captions/facts/photo-facts.js'
import { placeCompanions, type ReadyCompanion } from './companion-intake.js'

/** A verified copy with all that is known of it, ready to become a photo. */
export interface ReadyPhoto {
  /** The verified copy. */
  copy: string
  record: Omit<Photo, 'path' | 'importedAt' | 'companions'>
  /** The name it is stored under and the day whose folder it stands in, where they are others than its own and today. */
  place?: { name: string; day: Date }
  /** What comes along with it. */
  companions: readonly ReadyCompanion[]
}

interface Waiting {
  ready: ReadyPhoto
  resolve: (photo: Photo) => void
  reject: (error: unknown) => void
}

/** As long as others are coming, a photo that is ready waits so many milliseconds for them, or until so many are ready. */
const gathering = 150
const together = 6

/**
 * Moves verified copies in among the originals and records them. Photos that are ready at about the same time share one
 * fsync of their folder, one entry in the journal and one change of the index; each is acknowledged when that entry is on disk.
 */
export class Recorder {
  private waiting: Waiting[] = []
  private running = false
  private timer: NodeJS.Timeout | null = null

  constructor(
    private readonly archive: Archive,
    private readonly originals: Originals,
    /** Whether a file that a crash left among the originals holds these bytes. */
    private readonly holds: (file: string, sha256: string) => Promise<boolean>,
    /** One moment for the whole import, so that its photos stay together and in the order of their files. */
    readonly importedAt = new Date(),
    /** Whether more photos are to come after those in hand. */
    private readonly moreToCome: () => boolean = () => false,
  ) {}

  record(ready: ReadyPhoto): Promise<Photo> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ ready, resolve, reject })
      this.gather()
    })
  }

  private gather(): void {
    if (this.running || this.waiting.length === 0) return
    if (this.waiting.length >= together || !this.moreToCome()) void this.run()
    else this.timer ??= setTimeout(() => void this.run(), gathering)
  }

  private async run(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.running = true
    await this.recordGroup(this.waiting.splice(0))
    this.running = false
    this.gather()
  }

  private async recordGroup(group: Waiting[]): Promise<void> {
    const placed: { photo: Photo; waiting: Waiting }[] = []
    const folders = new Set<string>()
    for (const waiting of group) {
      try {
        const { copy, record } = waiting.ready
        const { name, day } = waiting.ready.place ?? { name: record.file, day: this.importedAt }
        const place = await this.originals.place(copy, name, day, (file) => this.holds(file, record.sha256))
        folders.add(place.dayFolder)
        const original = { path: place.path, file: record.file }
        const companions = await placeCompanions(waiting.ready.companions, original, this.originals, this.holds)
        placed.push({
          waiting,
          photo: { ...record, companions, path: place.path, importedAt: this.importedAt.toISOString() },
        })
      } catch (error) {
        waiting.reject(error)
      }
    }
    try {
      for (const folder of folders) await this.originals.sync(folder)
      const desk = this.archive.desk()
      await this.archive.commit('import', () =>
        placed.map(({ photo }): Mutation => ({ op: 'photo.add', photo: withFacts(photo, desk) })),
      )
      for (const { waiting, photo } of placed) waiting.resolve(photo)
    } catch (error) {
      // The originals stay where they are: importing the same files again takes them up.
      for (const { waiting } of placed) waiting.reject(error)
    }
  }
}
