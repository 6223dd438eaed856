import type { FacetName, Photo } from '#contract'
import { wholePhoto } from '#contract'
import { type Blob, bytesOf, type Connection } from '../connection.js'
import { Columns, type RowFacts } from './columns.js'
import type { Dictionary } from './dictionary.js'
import { blockSize } from './postings.js'
import { factsOf, facetsOf } from './row-facts.js'

/** Values of the dictionary, and records, that are read between two turns of other work. */
const valuesAtOnce = 4_000
const recordsAtOnce = 400
/** Milliseconds that a window which has just been opened has the engine for itself. */
const firstPageTime = 300

/**
 * The columns with their copy on disk. They are read block by block when the archive has been opened, while it is in use already;
 * blocks that have changed since they were kept are made anew from the records.
 */
export class ColumnStore {
  readonly columns = new Columns()
  /** Counts up with every change. */
  version = 0
  /** Counts up with every change that may change an order: of dates, of which rows there are. */
  orderVersion = 0
  private readonly ready = new Set<number>()
  /** Blocks that are noted as changed already. */
  private readonly changed = new Set<number>()
  private isReady = false
  private loading: Promise<void> | null = null
  private timer: NodeJS.Timeout | null = null

  constructor(
    private readonly connection: Connection,
    private readonly dictionary: Dictionary,
  ) {}

  get whole(): boolean {
    return this.isReady
  }

  /** An index without photos has nothing to read: what comes is held from the first photo on. */
  begin(): void {
    if (this.loading || this.connection.one('SELECT 1 AS found FROM photos LIMIT 1')) return
    this.dictionary.load(0, 1)
    this.isReady = true
    this.loading = Promise.resolve()
  }

  /** Takes over a row's facts, inside the caller's transaction. */
  put(row: number, facts: Omit<RowFacts, 'tags'>, facets: readonly (readonly [FacetName, string])[]): void {
    this.version += 1
    this.noteChange(row)
    if (!this.holds(row)) return
    const { imported, taken, size } = this.columns
    if (row >= size || imported[row] !== facts.imported || !Object.is(taken[row], facts.taken)) this.orderVersion += 1
    this.columns.set(row, { ...facts, tags: facets.map(([facet, value]) => this.dictionary.code(facet, value)) })
  }

  remove(row: number): void {
    this.version += 1
    this.noteChange(row)
    if (this.holds(row)) this.columns.remove(row)
  }

  /** Reads all of them, if they are not there yet. */
  load(): Promise<void> {
    this.loading ??= this.loadAll().catch((error: unknown) => {
      this.forget()
      throw error
    })
    return this.loading
  }

  /** Reads them when the first page has been answered and shown; what fails is tried again when they are wanted. */
  loadSoon(): void {
    if (this.loading || this.timer) return
    this.timer = setTimeout(() => {
      this.timer = null
      void this.load().catch(() => undefined)
    }, firstPageTime)
    this.timer.unref()
  }

  /** Writes the blocks that have changed; costs nothing where none has. */
  keep(): void {
    if (!this.isReady) return
    for (const { block } of this.connection.all<{ block: number }>('SELECT block FROM changed_blocks')) {
      const from = block * blockSize
      const bytes = this.columns.slice(from, from + blockSize)
      this.connection.run('INSERT OR REPLACE INTO kept_columns (block, columns) VALUES (?, ?)', block, bytes)
      this.connection.run('DELETE FROM changed_blocks WHERE block = ?', block)
    }
    this.changed.clear()
  }

  /** Lets go of everything in memory: it is read again when it is next wanted. */
  forget(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.version += 1
    this.orderVersion += 1
    this.columns.forget()
    this.dictionary.forget()
    this.ready.clear()
    this.changed.clear()
    this.isReady = false
    this.loading = null
  }

  private holds(row: number): boolean {
    return this.isReady || this.ready.has(Math.floor(row / blockSize))
  }

  private noteChange(row: number): void {
    const block = Math.floor(row / blockSize)
    if (this.changed.has(block)) return
    this.connection.run('INSERT OR IGNORE INTO changed_blocks (block) VALUES (?)', block)
    this.changed.add(block)
  }

  private async loadAll(): Promise<void> {
    for (let from: number | null = 0; from !== null;) {
      from = this.dictionary.load(from, valuesAtOnce)
      await turn()
    }
    for (let block = 0; block <= this.lastBlock(); block += 1) await this.loadBlock(block)
    this.isReady = true
    this.version += 1
    this.orderVersion += 1
  }

  private lastBlock(): number {
    const last = this.connection.one<{ row: number | null }>('SELECT max(row) AS row FROM photos')?.row ?? null
    return last === null ? -1 : Math.floor(last / blockSize)
  }

  private async loadBlock(block: number): Promise<void> {
    const isChanged = this.connection.one('SELECT 1 AS found FROM changed_blocks WHERE block = ?', block) !== undefined
    const kept = this.connection.one<{ columns: Blob }>('SELECT columns FROM kept_columns WHERE block = ?', block)
    // From here on, changes of this block's rows go into the columns; those before are in the records read below.
    this.ready.add(block)
    if (kept && !isChanged) this.columns.restore(block * blockSize, bytesOf(kept.columns))
    else await this.makeBlock(block)
    await turn()
  }

  private async makeBlock(block: number): Promise<void> {
    const end = (block + 1) * blockSize
    for (let after = block * blockSize - 1; after < end;) {
      const rows = this.connection.all<{ row: number; id: string; record: string }>(
        'SELECT row, id, record FROM photos WHERE row > ? AND row < ? ORDER BY row LIMIT ?',
        after,
        end,
        recordsAtOnce,
      )
      await this.connection.write(() => {
        for (const { row, id, record } of rows) this.makeRow(row, id, record)
      })
      const last = rows.at(-1)
      if (!last || rows.length < recordsAtOnce) return
      after = last.row
      await turn()
    }
  }

  private makeRow(row: number, id: string, record: string): void {
    // Written by PhotoWriter from a Photo.
    const photo = wholePhoto(JSON.parse(record) as Partial<Photo>)
    const memberships = {
      stories: this.connection
        .all<{ story: string }>('SELECT DISTINCT story FROM uses WHERE photo = ?', id)
        .map(({ story }) => story),
      collections: this.connection
        .all<{ collection: string }>('SELECT collection FROM collection_photos WHERE photo = ?', id)
        .map(({ collection }) => collection),
    }
    const tags = facetsOf(photo, memberships).map(([facet, value]) => this.dictionary.code(facet, value))
    this.columns.set(row, { ...factsOf(photo, memberships), tags })
    this.noteChange(row)
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
