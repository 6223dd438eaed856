import type { NotTwins, PhotoId } from '#contract'
import type { Archive, ArchiveChange } from '../archive/archive.js'
import type { ArchiveIndex, LookingLike } from '../index/archive-index.js'
import { secondOfHour } from './apart.js'
import { endOfGroup } from './messages.js'
import { distanceOf, putLikeness, wordsEach } from './near.js'
import type { Searched, Searcher } from './searcher.js'

/** Rows that are read before other work gets its turn. */
const atOnce = 2_000

/** Milliseconds after a change until it is told, so that many changes are told once. */
const pause = 300

export interface ArchiveTwinsTools {
  archive: Archive
  /** The index, when it has followed every change made so far. */
  index: () => Promise<ArchiveIndex>
  searcher: Searcher
  /** Whether long work is under way: groups are then not told anew until it has ended. */
  isBusy: () => boolean
  onChange: () => void
}

interface Table extends Searched {
  ids: PhotoId[]
  places: Map<PhotoId, number>
}

/** A near duplicate of a photo. */
export interface NearPhoto {
  id: PhotoId
  distance: number
}

/**
 * Near duplicates of an archive. Keeps what the index knows of its photos' likenesses in memory (some 20 bytes each) for as long as
 * nothing of it changes, and has it searched in a thread of its own.
 */
export class ArchiveTwins {
  private table: Promise<Table> | null = null
  private readonly groupsKnown = new Map<number, Promise<NearPhoto[][]>>()
  private timer: NodeJS.Timeout | null = null
  private readonly stopListening: () => void

  constructor(private readonly tools: ArchiveTwinsTools) {
    this.stopListening = tools.archive.onChange((change) => {
      if (concernsTwins(change)) this.changed()
    })
  }

  /** What was known is known no longer. */
  changed(): void {
    this.table = null
    this.groupsKnown.clear()
    this.tellSoon()
  }

  /** Groups of near duplicates with each photo's distance from the first; those with the newest photo first. */
  groups(distance: number): Promise<NearPhoto[][]> {
    const known = this.groupsKnown.get(distance)
    if (known) return known
    const groups = this.search(distance)
    this.groupsKnown.set(distance, groups)
    // A search that failed is tried again.
    groups.catch(() => this.groupsKnown.delete(distance))
    return groups
  }

  /** For each of some photos its near duplicates, the nearest first; none for a photo that was not looked at. */
  async near(ids: readonly PhotoId[], distance: number): Promise<Map<PhotoId, NearPhoto[]>> {
    const table = await this.read()
    const known = ids.flatMap((id) => {
      const place = table.places.get(id)
      return place === undefined ? [] : [{ id, place }]
    })
    const places = known.map(({ place }) => place)
    const found = places.length === 0 ? [] : await this.tools.searcher.near(table, places, distance)
    return new Map(
      known.map(({ id }, at) => [
        id,
        (found[at] ?? []).flatMap(({ at: place, distance: apart }) => {
          const other = table.ids[place]
          return other === undefined ? [] : [{ id: other, distance: apart }]
        }),
      ]),
    )
  }

  /** How far each photo's likeness is from the first one's, in bits. */
  async distances(ids: readonly PhotoId[]): Promise<number[]> {
    const { places, words } = await this.read()
    const [first, ...others] = ids.map((id) => places.get(id))
    return [0, ...others.map((place) => distanceOf(words, first ?? 0, place ?? first ?? 0))]
  }

  close(): void {
    this.stopListening()
    if (this.timer) clearTimeout(this.timer)
  }

  private async search(distance: number): Promise<NearPhoto[][]> {
    const table = await this.read()
    const groups = await this.tools.searcher.groups(table, distance)
    return groups
      .map((group) =>
        group.map((place) => ({ id: table.ids[place] ?? '', place })).sort((a, b) => (a.id < b.id ? 1 : -1)),
      )
      .sort(([a], [b]) => ((a?.id ?? '') < (b?.id ?? '') ? 1 : -1))
      .map((group) =>
        group.map(({ id, place }) => ({ id, distance: distanceOf(table.words, group[0]?.place ?? place, place) })),
      )
  }

  private read(): Promise<Table> {
    if (this.table) return this.table
    const table = this.readAll()
    this.table = table
    table.catch(() => {
      if (this.table === table) this.table = null
    })
    return table
  }

  private async readAll(): Promise<Table> {
    const index = await this.tools.index()
    const rows: LookingLike[] = []
    for (;;) {
      const next = await index.lookingLike(rows.at(-1) ?? null, atOnce)
      for (const row of next) rows.push(row)
      if (next.length < atOnce) break
      await new Promise(setImmediate)
    }
    const words = new Uint32Array(rows.length * wordsEach)
    for (const [at, { likeness }] of rows.entries()) putLikeness(words, at, likeness)
    const ids = rows.map(({ id }) => id)
    const places = new Map(ids.map((id, at) => [id, at]))
    const seconds = Int16Array.from(rows, ({ taken }) => secondOfHour(taken))
    return { ids, places, words, seconds, apart: this.apart(places) }
  }

  private apart(places: ReadonlyMap<PhotoId, number>): Uint32Array {
    const said = this.tools.archive.desk().filter((record): record is NotTwins => record.kind === 'not-twins')
    return Uint32Array.from(said.flatMap(({ photos }) => [...photos.flatMap((id) => places.get(id) ?? []), endOfGroup]))
  }

  private tellSoon(): void {
    if (this.timer) return
    this.timer = setTimeout(() => {
      this.timer = null
      if (this.tools.isBusy()) this.tellSoon()
      else this.tools.onChange()
    }, pause)
    this.timer.unref()
  }
}

/** Photos that come, are set aside or are dated differently, and what people have said of twins. */
function concernsTwins({ entry }: ArchiveChange): boolean {
  return entry.mutations.some((mutation) => {
    if (mutation.op === 'photo.add') return true
    if (mutation.op === 'photo.set') return ['twinOf', 'takenAt', 'sha256'].some((field) => field in mutation.after)
    return mutation.op === 'desk.put' && (mutation.after ?? mutation.before)?.kind === 'not-twins'
  })
}
