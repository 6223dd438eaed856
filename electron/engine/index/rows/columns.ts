/** One bit each in `marks`. */
export const marks = {
  lacksCaption: 1,
  lacksCredit: 2,
  recompressed: 4,
  doNotUse: 8,
  sensitive: 16,
  used: 32,
} as const

/** What a row is: nothing any more, a photo in use, one set aside as a lesser copy, one in the trash. */
export const states = { absent: 0, inUse: 1, setAside: 2, trashed: 3 } as const

/** What is known of a photo beside its text, as numbers. */
export interface RowFacts {
  id: string
  state: number
  /** Milliseconds since 1970, UTC. */
  imported: number
  /** Wall-clock milliseconds since 1970; NaN where nobody knows. */
  taken: number
  /** Places in `ImageFormat.options` and `orientations`. */
  format: number
  orientation: number
  /** -1 rejected, 0 none, 1 to 5. */
  rating: number
  /** Place in `flags`. */
  flag: number
  marks: number
  /** Wall-clock minutes since 1970 before which, after which it must not be used; 0 where there is no such day. */
  embargo: number
  expires: number
  /** Characters of the caption; 65,535 for more. */
  captionLength: number
  /** Numbers of the dictionary. */
  tags: readonly number[]
}

const numbers = {
  state: Uint8Array,
  format: Uint8Array,
  orientation: Uint8Array,
  rating: Int8Array,
  flag: Uint8Array,
  marks: Uint8Array,
  takenMonth: Int16Array,
  importedMonth: Int16Array,
  tagCount: Uint16Array,
  captionLength: Uint16Array,
  embargo: Int32Array,
  expires: Int32Array,
  tagStart: Uint32Array,
  imported: Float64Array,
  taken: Float64Array,
} as const
type NumberColumns = { [C in keyof typeof numbers]: InstanceType<(typeof numbers)[C]> }
const names = Object.keys(numbers) as (keyof typeof numbers)[]

/** 16 bytes of an id as four numbers, the first bytes in the first. */
const idParts = 4
const noMonth = -32_768

/** Months since 1970 of a moment; a month that no date has for NaN. */
export function monthOf(moment: number): number {
  if (Number.isNaN(moment)) return noMonth
  const date = new Date(moment)
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth()
}

export function isMonth(month: number): boolean {
  return month !== noMonth
}

/** `2026-11` for 682. */
export function monthName(month: number): string {
  const year = 1970 + Math.floor(month / 12)
  return `${String(year).padStart(4, '0')}-${String((((month % 12) + 12) % 12) + 1).padStart(2, '0')}`
}

/**
 * Facts of all rows in memory, a typed array for each: about a hundred bytes a photo. Counting and sorting a million of them takes
 * milliseconds, where a database takes seconds.
 */
export class Columns {
  /** One more than the highest row. */
  size = 0
  private capacity = 0
  private all: NumberColumns = emptyColumns(0)
  private ids = new Uint32Array(0)
  private pool = new Uint32Array(0)
  private poolUsed = 0

  get state(): Uint8Array {
    return this.all.state
  }
  get imported(): Float64Array {
    return this.all.imported
  }
  get taken(): Float64Array {
    return this.all.taken
  }
  get format(): Uint8Array {
    return this.all.format
  }
  get orientation(): Uint8Array {
    return this.all.orientation
  }
  get rating(): Int8Array {
    return this.all.rating
  }
  get flag(): Uint8Array {
    return this.all.flag
  }
  get marks(): Uint8Array {
    return this.all.marks
  }
  get embargo(): Int32Array {
    return this.all.embargo
  }
  get expires(): Int32Array {
    return this.all.expires
  }
  get captionLength(): Uint16Array {
    return this.all.captionLength
  }
  get takenMonth(): Int16Array {
    return this.all.takenMonth
  }
  get importedMonth(): Int16Array {
    return this.all.importedMonth
  }

  set(row: number, facts: RowFacts): void {
    this.reserve(row + 1)
    const { all } = this
    all.state[row] = facts.state
    all.format[row] = facts.format
    all.orientation[row] = facts.orientation
    all.rating[row] = facts.rating
    all.flag[row] = facts.flag
    all.marks[row] = facts.marks
    all.imported[row] = facts.imported
    all.taken[row] = facts.taken
    all.importedMonth[row] = monthOf(facts.imported)
    all.takenMonth[row] = monthOf(facts.taken)
    all.embargo[row] = facts.embargo
    all.expires[row] = facts.expires
    all.captionLength[row] = facts.captionLength
    this.setId(row, facts.id)
    this.setTags(row, facts.tags)
  }

  remove(row: number): void {
    if (row < this.size) this.all.state[row] = states.absent
  }

  tags(row: number): Uint32Array {
    const start = this.all.tagStart[row] ?? 0
    return this.pool.subarray(start, start + (this.all.tagCount[row] ?? 0))
  }

  /** Calls back for each tag of a row; the loop that counting consists of. */
  countTags(row: number, counts: Uint32Array): void {
    const start = this.all.tagStart[row] ?? 0
    const end = start + (this.all.tagCount[row] ?? 0)
    for (let at = start; at < end; at += 1) {
      const code = this.pool[at] ?? 0
      counts[code] = (counts[code] ?? 0) + 1
    }
  }

  id(row: number): string {
    let digits = ''
    for (let part = 0; part < idParts; part += 1)
      digits += (this.ids[row * idParts + part] ?? 0).toString(16).padStart(8, '0')
    return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
      '-',
    )
  }

  /** Which id comes first, as texts are compared. */
  compareIds(one: number, other: number): number {
    for (let part = 0; part < idParts; part += 1) {
      const difference = (this.ids[one * idParts + part] ?? 0) - (this.ids[other * idParts + part] ?? 0)
      if (difference !== 0) return difference
    }
    return 0
  }

  forget(): void {
    this.size = 0
    this.capacity = 0
    this.all = emptyColumns(0)
    this.ids = new Uint32Array(0)
    this.pool = new Uint32Array(0)
    this.poolUsed = 0
  }

  /** The facts of the rows from `from` to before `to`, for keeping on disk. */
  slice(from: number, to: number): Buffer {
    const end = Math.min(to, this.size)
    const rows = Math.max(0, end - from)
    const tags = Array.from({ length: rows }, (_, at) => this.tags(from + at))
    const tagTotal = tags.reduce((sum, { length }) => sum + length, 0)
    const pool = new Uint32Array(tagTotal)
    let used = 0
    for (const each of tags) {
      pool.set(each, used)
      used += each.length
    }
    const parts: Uint8Array[] = [bytesOf(Uint32Array.of(rows, tagTotal))]
    for (const name of names) if (name !== 'tagStart') parts.push(bytesOf(this.all[name].subarray(from, end)))
    parts.push(bytesOf(this.ids.subarray(from * idParts, end * idParts)), bytesOf(pool))
    return Buffer.concat(parts)
  }

  /** The other way round. */
  restore(from: number, bytes: ArrayBuffer): void {
    const [rows = 0, tagTotal = 0] = new Uint32Array(bytes, 0, 2)
    this.reserve(from + rows)
    let at = 8
    const take = (target: ArrayBufferView) => {
      bytesOf(target).set(new Uint8Array(bytes, at, target.byteLength))
      at += target.byteLength
    }
    for (const name of names) if (name !== 'tagStart') take(this.all[name].subarray(from, from + rows))
    take(this.ids.subarray(from * idParts, (from + rows) * idParts))
    this.reservePool(tagTotal)
    take(this.pool.subarray(this.poolUsed, this.poolUsed + tagTotal))
    for (let row = from; row < from + rows; row += 1) {
      this.all.tagStart[row] = this.poolUsed
      this.poolUsed += this.all.tagCount[row] ?? 0
    }
  }

  private setId(row: number, id: string): void {
    const digits = id.replaceAll('-', '')
    for (let part = 0; part < idParts; part += 1)
      this.ids[row * idParts + part] = Number.parseInt(digits.slice(part * 8, part * 8 + 8), 16)
  }

  private setTags(row: number, tags: readonly number[]): void {
    if (tags.length > (this.all.tagCount[row] ?? 0)) {
      this.reservePool(tags.length)
      this.all.tagStart[row] = this.poolUsed
      this.poolUsed += tags.length
    }
    // Room that a row leaves behind is lost until the columns are loaded anew; tags are few and seldom change.
    this.all.tagCount[row] = tags.length
    this.pool.set(tags, this.all.tagStart[row])
  }

  private reserve(size: number): void {
    if (size > this.capacity) {
      const capacity = Math.max(1024, Math.ceil(size * 1.25))
      const larger = emptyColumns(capacity)
      // Each column is copied into one of its own kind, which the table's type does not tell.
      for (const name of names) (larger[name] as Uint8Array).set(this.all[name])
      this.all = larger
      const ids = new Uint32Array(capacity * idParts)
      ids.set(this.ids)
      this.ids = ids
      this.capacity = capacity
    }
    this.size = Math.max(this.size, size)
  }

  private reservePool(more: number): void {
    if (this.poolUsed + more <= this.pool.length) return
    const pool = new Uint32Array(Math.ceil((this.poolUsed + more) * 1.25) + 1024)
    pool.set(this.pool)
    this.pool = pool
  }
}

function emptyColumns(capacity: number): NumberColumns {
  return Object.fromEntries(names.map((name) => [name, new numbers[name](capacity)])) as NumberColumns
}

function bytesOf(array: ArrayBufferView): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}
