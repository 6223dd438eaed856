import { readdir } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { CutlineError, type Entry, type Photo, type PhotoId, type Repair } from '#contract'
import { onlyMutations, photoIdOf } from './apply.js'
import { layout, volumeUnit } from './layout.js'
import type { Schema, VolumeHeader } from './schema.js'
import { readVolumeHeader, Volume, volumeCapacity } from './volume.js'

/** A large archive has a thousand volumes: between so many headers, whatever else waits has its turn. */
const headersAtOnce = 64

/** How many unchanged volumes stay in memory. */
const volumesKept = 32

interface Slot {
  number: number
  /** As on disk; a loaded volume's own header is newer. */
  header: VolumeHeader
  loaded: Promise<Volume> | null
  volume: Volume | null
  /** Counts up with each use, for letting go of the volumes used least. */
  used: number
  /** Neither file nor backup nor history can be read; its number stays taken. */
  lost: boolean
}

/** All photo records of an archive: volumes that are read when a photo of theirs is asked for. */
export class Catalog {
  private readonly slots: Slot[] = []
  private uses = 0
  /** Where the photo asked for before was found. */
  private last: Slot | null = null

  private constructor(
    private readonly folder: string,
    private readonly schema: Schema,
    private readonly onRepair: (repair: Repair) => void,
    private readonly isDeleted: (id: PhotoId) => boolean,
  ) {}

  /** Reads every volume's header. A volume that cannot be read at all is left out and reported. */
  static async open(
    folder: string,
    schema: Schema,
    onRepair: (repair: Repair) => void,
    isDeleted: (id: PhotoId) => boolean = () => false,
  ): Promise<Catalog> {
    const catalog = new Catalog(folder, schema, onRepair, isDeleted)
    const numbers = await volumeNumbers(folder)
    for (const [at, number] of numbers.entries()) {
      if (at % headersAtOnce === 0) await setImmediate()
      const header = readVolumeHeader(folder, number, schema)
      const slot = newSlot(number, header ?? emptyHeader(number, schema))
      catalog.slots.push(slot)
      if (!header) await catalog.loadOrLose(slot)
    }
    return catalog
  }

  get count(): number {
    return this.slots.reduce((sum, slot) => sum + headerOf(slot).count, 0)
  }

  /** The number of the last entry that any volume holds. */
  get seq(): number {
    return this.slots.reduce((last, slot) => Math.max(last, headerOf(slot).seq), 0)
  }

  /** Each volume with the number of the last entry in it. */
  stamps(): Map<string, number> {
    return new Map(this.slots.map((slot) => [volumeUnit(slot.number), headerOf(slot).seq]))
  }

  async get(id: PhotoId): Promise<Photo | null> {
    const slot = await this.slotOf(id)
    return slot ? (await this.load(slot)).get(id) : null
  }

  /** The unit names of the volumes that hold these photos. */
  async unitsOf(ids: readonly PhotoId[]): Promise<string[]> {
    const units = new Set<string>()
    for (const id of ids) {
      const slot = await this.slotOf(id)
      if (slot) units.add(volumeUnit(slot.number))
    }
    return [...units]
  }

  /** Every entry of the volume that holds a photo, oldest first; none where there is no such photo. */
  async *entriesAbout(id: PhotoId): AsyncGenerator<Entry> {
    const slot = await this.slotOf(id)
    if (slot) yield* (await this.load(slot)).entries()
  }

  /** The records of one volume, in the order they came; empty for a volume that is not there. */
  async volume(unit: string): Promise<readonly Photo[]> {
    const slot = this.slots.find(({ number }) => volumeUnit(number) === unit)
    return slot ? [...(await this.load(slot)).photos] : []
  }

  /**
   * Applies an entry that is durable in the journal to every volume it touches. Entries that a volume holds already (a
   * journal taken over again after a crash) change nothing, nor does a photo come back that was deleted later. Answers the touched
   * photos with their volumes, and those that went.
   */
  async take(
    entry: Entry,
  ): Promise<{ changed: { volume: string; photo: Photo }[]; removed: { volume: string; id: PhotoId }[] }> {
    const ids = [...new Set(entry.mutations.map(photoIdOf).filter((id) => id !== null))]
    const byVolume = new Map<Slot, Set<PhotoId>>()
    for (const id of ids) {
      const isAdded =
        !this.isDeleted(id) &&
        entry.mutations.some((mutation) => mutation.op === 'photo.add' && mutation.photo.id === id)
      const slot = (await this.slotOf(id)) ?? (isAdded ? await this.slotWithRoom(byVolume) : null)
      if (!slot) continue
      const held = byVolume.get(slot) ?? new Set()
      byVolume.set(slot, held.add(id))
    }
    const touched: { volume: string; photo: Photo }[] = []
    const removed: { volume: string; id: PhotoId }[] = []
    for (const [slot, held] of byVolume) {
      const volume = await this.load(slot)
      const isNew = (id: PhotoId) => volume.get(id) === null
      // A photo's adding counts by its being there; every other mutation by the entry's number.
      const part = onlyMutations(entry, (mutation) => {
        const id = photoIdOf(mutation)
        return id !== null && held.has(id) && (entry.seq > volume.seq || (mutation.op === 'photo.add' && isNew(id)))
      })
      if (part) volume.take(part)
      for (const id of held) {
        const photo = volume.get(id)
        if (photo) touched.push({ volume: volumeUnit(slot.number), photo })
        else removed.push({ volume: volumeUnit(slot.number), id })
      }
    }
    return { changed: touched, removed }
  }

  /** Volumes that cannot be read, by their files' paths. */
  lost(): string[] {
    return this.slots.filter((slot) => slot.lost).map((slot) => layout.unit(this.folder, volumeUnit(slot.number)))
  }

  /** Volumes with entries that are not saved yet, in ascending order: a volume is only begun when the one before is full. */
  dirty(): Volume[] {
    return this.slots.flatMap(({ volume }) => (volume?.dirty ? [volume] : []))
  }

  /** Lets go of the volumes used least. */
  trim(): void {
    const idle = this.slots.filter(({ volume }) => volume && !volume.dirty).sort((a, b) => b.used - a.used)
    for (const slot of idle.slice(volumesKept)) {
      slot.header = headerOf(slot)
      slot.loaded = null
      slot.volume = null
    }
  }

  private async slotOf(id: PhotoId): Promise<Slot | null> {
    // What is worked on together came in together: a thousand photos are found without a million looks at ranges.
    const { last } = this
    if (last?.volume?.get(id)) {
      last.used = this.uses += 1
      return last
    }
    for (const slot of this.slots) {
      if (!mayHold(slot, id) || !(await this.load(slot)).get(id)) continue
      this.last = slot
      return slot
    }
    return null
  }

  /** The volume that takes the next photo, counting those that this entry is about to add. */
  private async slotWithRoom(adding: Map<Slot, Set<PhotoId>>): Promise<Slot> {
    const last = this.slots.at(-1)
    if (last && !last.lost) {
      const volume = await this.load(last)
      const coming = [...(adding.get(last) ?? [])].filter((id) => volume.get(id) === null).length
      if (volume.count + coming < volumeCapacity) return last
    }
    const number = (last?.number ?? 0) + 1
    const volume = Volume.create(this.folder, number, this.schema)
    const slot = { ...newSlot(number, volume.header()), loaded: Promise.resolve(volume), volume }
    this.slots.push(slot)
    return slot
  }

  private async loadOrLose(slot: Slot): Promise<void> {
    try {
      await this.load(slot)
    } catch (error) {
      if (!(error instanceof CutlineError) || error.code !== 'archive-damaged') throw error
      slot.lost = true
      this.onRepair({
        kind: 'volume-lost',
        file: layout.unit(this.folder, volumeUnit(slot.number)),
        message: `Volume ${slot.number} of the catalog cannot be read, nor can its backup. Its photos' originals are safe; rebuild the catalog from the originals.`,
      })
    }
  }

  private load(slot: Slot): Promise<Volume> {
    slot.used = this.uses += 1
    slot.loaded ??= this.read(slot)
    return slot.loaded
  }

  private async read(slot: Slot): Promise<Volume> {
    try {
      const { volume, repaired } = await Volume.load(this.folder, slot.number, this.schema)
      slot.volume = volume
      if (repaired) {
        this.onRepair({
          kind: 'volume-from-backup',
          file: layout.unit(this.folder, volumeUnit(slot.number)),
          message: `Volume ${slot.number} was damaged. Its ${volume.count} records came back from its backup and its history.`,
        })
      }
      return volume
    } catch (error) {
      slot.loaded = null
      throw error
    }
  }
}

function newSlot(number: number, header: VolumeHeader): Slot {
  return { number, header, loaded: null, volume: null, used: 0, lost: false }
}

function headerOf(slot: Slot): VolumeHeader {
  return slot.volume?.header() ?? slot.header
}

function mayHold(slot: Slot, id: PhotoId): boolean {
  const { firstId, lastId } = headerOf(slot)
  return firstId !== null && lastId !== null && firstId <= id && id <= lastId
}

function emptyHeader(volume: number, schema: Schema): VolumeHeader {
  return { schema: schema.version, volume, seq: 0, count: 0, firstId: null, lastId: null }
}

/** A volume is there when its file, its backup or its history is. */
async function volumeNumbers(folder: string): Promise<number[]> {
  const names = await readdir(layout.catalog(folder))
  const numbers = names.flatMap((name) => {
    const match = /^(\d{6,})\.(json|json\.bak|history\.jsonl)$/.exec(name)
    return match ? [Number(match[1])] : []
  })
  return [...new Set(numbers)].sort((a, b) => a - b)
}
