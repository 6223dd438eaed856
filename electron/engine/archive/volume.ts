import { closeSync, openSync, readSync } from 'node:fs'
import { Low } from 'lowdb'
import { compactPhoto, CutlineError, type Entry, type Photo, type PhotoId } from '#contract'
import { DurableJsonFile } from '../durable/low-file.js'
import { isCode } from '../durable/write.js'
import { applyToPhoto, photoIdOf } from './apply.js'
import { HistoryFile } from './history.js'
import { layout, volumeUnit } from './layout.js'
import { migrate, type Schema, VolumeFile, VolumeHeader } from './schema.js'
import { Unit } from './unit.js'

/** How many photos a volume holds at most. */
export const volumeCapacity = 1000

/** One lowdb file of at most 1,000 photo records, in the order they came. */
export class Volume extends Unit<VolumeFile> {
  private readonly places = new Map<PhotoId, number>()

  private constructor(name: string, low: Low<VolumeFile>, history: HistoryFile) {
    super(name, low, history)
    low.data.photos.forEach((photo, place) => this.places.set(photo.id, place))
  }

  /** A new volume, in memory until it is saved. */
  static create(folder: string, volume: number, schema: Schema): Volume {
    const [low, history] = files(folder, volume, schema)
    return new Volume(volumeUnit(volume), low, history)
  }

  /**
   * Reads a volume. A damaged file comes back from its backup and its history; `repaired` then says so. Rejects with
   * `archive-damaged` where none of them can be read.
   */
  static async load(
    folder: string,
    volume: number,
    schema: Schema,
  ): Promise<{ volume: Volume; repaired: 'backup' | 'history' | null }> {
    const [low, history, adapter] = files(folder, volume, schema)
    try {
      await low.read()
    } catch (error) {
      if (!(error instanceof CutlineError) || error.code !== 'archive-damaged') throw error
      // Neither file nor backup: the history alone holds every entry from the volume's first day.
      const damaged = new Volume(volumeUnit(volume), low, history)
      await damaged.replay(history)
      if (low.data.photos.length === 0) throw error
      return { volume: damaged, repaired: 'history' }
    }
    const loaded = new Volume(volumeUnit(volume), low, history)
    if (adapter.source === 'file') return { volume: loaded, repaired: null }
    await loaded.replay(history)
    // A history without a file is what a crash leaves during a volume's very first save; that is no damage.
    return { volume: loaded, repaired: adapter.source === 'backup' ? 'backup' : null }
  }

  get count(): number {
    return this.low.data.photos.length
  }

  get photos(): readonly Photo[] {
    return this.low.data.photos
  }

  get(id: PhotoId): Photo | null {
    const place = this.places.get(id)
    return place === undefined ? null : (this.low.data.photos[place] ?? null)
  }

  /** Applies an entry that is durable in the journal; `entry` holds only this volume's mutations. */
  take(entry: Entry): void {
    this.apply(entry)
    this.note(entry)
  }

  header(): VolumeHeader {
    const { schema, volume, seq, count, firstId, lastId } = this.low.data
    return { schema, volume, seq, count, firstId, lastId }
  }

  private apply(entry: Entry): void {
    const { data } = this.low
    for (const mutation of entry.mutations) {
      const id = photoIdOf(mutation)
      if (mutation.op === 'photo.remove') this.remove(mutation.photo.id)
      const photo = id === null ? null : applyToPhoto(this.get(id), mutation)
      if (!photo) continue
      const place = this.places.get(photo.id)
      if (place === undefined) {
        this.places.set(photo.id, data.photos.push(photo) - 1)
        data.count = data.photos.length
        if (data.firstId === null || photo.id < data.firstId) data.firstId = photo.id
        if (data.lastId === null || photo.id > data.lastId) data.lastId = photo.id
      } else {
        data.photos[place] = photo
      }
    }
  }

  /** The range of ids stays: it may be wider than what it holds. */
  private remove(id: PhotoId): void {
    const place = this.places.get(id)
    if (place === undefined) return
    const { data } = this.low
    data.photos.splice(place, 1)
    data.count = data.photos.length
    this.places.clear()
    data.photos.forEach((photo, at) => this.places.set(photo.id, at))
  }

  private async replay(history: HistoryFile): Promise<void> {
    for await (const entry of history.read()) {
      if (entry.seq <= this.low.data.seq) continue
      this.apply(entry)
      this.low.data.seq = entry.seq
    }
    this.markUnsaved()
  }
}

/** Reads the few bytes at the top of a volume file; null where they cannot be read and the whole volume must be. */
export function readVolumeHeader(folder: string, volume: number, schema: Schema): VolumeHeader | null {
  try {
    const top = topOf(layout.unit(folder, volumeUnit(volume)))
    const end = top.lastIndexOf(',', top.indexOf('"photos"'))
    if (end < 0) return null
    return VolumeHeader.parse(migrate(JSON.parse(`${top.slice(0, end)}}`), 'volume', schema))
  } catch (error) {
    if (error instanceof CutlineError) throw error
    if (error instanceof Error && 'code' in error && !isCode(error, 'ENOENT')) throw error
    return null
  }
}

const top = Buffer.alloc(512)

/** Synchronously: a thousand small reads one after the other take a tenth of the time of as many through the thread pool. */
function topOf(file: string): string {
  const opened = openSync(file, 'r')
  try {
    return top.toString('utf8', 0, readSync(opened, top, 0, top.length, 0))
  } finally {
    closeSync(opened)
  }
}

function files(
  folder: string,
  volume: number,
  schema: Schema,
): [Low<VolumeFile>, HistoryFile, DurableJsonFile<VolumeFile>] {
  const unit = volumeUnit(volume)
  const adapter = new DurableJsonFile(
    layout.unit(folder, unit),
    (value) => VolumeFile.parse(migrate(value, 'volume', schema)),
    (data) => ({ ...data, photos: data.photos.map(compactPhoto) }),
  )
  const empty: VolumeFile = {
    schema: schema.version,
    volume,
    seq: 0,
    count: 0,
    firstId: null,
    lastId: null,
    photos: [],
  }
  return [new Low(adapter, empty), new HistoryFile(layout.history(folder, unit), schema), adapter]
}
