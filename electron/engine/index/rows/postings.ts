import { type Blob, bytesOf, type Connection } from '../connection.js'
import { emptySet, roomFor, type RowSet } from './row-set.js'

/** Rows of one block stand together: a change touches one short list for each term, whatever the size of the archive. */
export const blockSize = 65_536
/** A list of more rows than this is as long as a bit for each row of the block or longer: the length tells which of the two it is. */
export const mostListed = blockSize / 16 - 1

/** What an update changes: for each term the rows that now have it, and the complement (`~row`) of those that no longer do. */
export type TermChanges = Map<string, number[]>

export function noteTerm(changes: TermChanges, term: string, row: number, has: boolean): void {
  const noted = has ? row : ~row
  const rows = changes.get(term)
  if (rows) rows.push(noted)
  else changes.set(term, [noted])
}

/**
 * Which rows have a term. In the table `postings` there is for each term and block either a list of 16-bit numbers in ascending order
 * or, where that is shorter, 65,536 bits.
 */
export class Postings {
  /** Sets as they were read last; an update empties it. */
  private readonly read = new Map<string, RowSet>()

  constructor(private readonly connection: Connection) {}

  /** The rows of a term; the set is shared and must not be changed. */
  rows(term: string): RowSet {
    const known = this.read.get(term)
    if (known) return known
    const set = this.setOf(
      this.connection.all<Stored>('SELECT block, rows FROM postings WHERE term = ? ORDER BY block DESC', term),
    )
    this.keep(term, set)
    return set
  }

  /** The rows of every term that begins so. */
  rowsOfRange(beginning: string): RowSet {
    const key = `${beginning}\u{10ffff}`
    const known = this.read.get(key)
    if (known) return known
    const set = this.setOf(
      this.connection.all<Stored>(
        'SELECT block, rows FROM postings WHERE term >= ? AND term < ? ORDER BY block DESC',
        beginning,
        key,
      ),
    )
    this.keep(key, set)
    return set
  }

  /** Writes changes, inside the caller's transaction. */
  apply(changes: TermChanges): void {
    this.read.clear()
    for (const [term, rows] of changes) {
      const [first = 0] = rows
      const block = blockOf(first)
      // Photos that change together mostly stand together.
      if (rows.every((row) => blockOf(row) === block)) this.change(term, block, rows)
      else for (const [each, inBlock] of byBlock(rows)) this.change(term, each, inBlock)
    }
  }

  forget(): void {
    this.read.clear()
  }

  private change(term: string, block: number, noted: readonly number[]): void {
    const stored = this.connection.one<Stored>(
      'SELECT block, rows FROM postings WHERE term = ? AND block = ?',
      term,
      block,
    )
    // Photos that come in stand behind all others.
    const more = stored && appended(bytesOf(stored.rows), noted)
    if (more) {
      this.connection.run('UPDATE postings SET rows = ? WHERE term = ? AND block = ?', more, term, block)
      return
    }
    // What was noted last of a row holds.
    const changes = new Map(
      noted.map((row): [number, boolean] => (row < 0 ? [~row % blockSize, false] : [row % blockSize, true])),
    )
    const bytes = stored
      ? changed(bytesOf(stored.rows), changes)
      : encoded([...changes].flatMap(([row, has]) => (has ? [row] : [])))
    if (bytes.length === 0) {
      if (stored) this.connection.run('DELETE FROM postings WHERE term = ? AND block = ?', term, block)
      return
    }
    this.connection.run('INSERT OR REPLACE INTO postings (term, block, rows) VALUES (?, ?, ?)', term, block, bytes)
  }

  private setOf(stored: readonly Stored[]): RowSet {
    const last = stored[0]
    if (!last) return emptySet()
    const set = roomFor((last.block + 1) * blockSize)
    for (const { block, rows } of stored) addTo(set, block, bytesOf(rows))
    return set
  }

  private keep(key: string, set: RowSet): void {
    if (this.read.size >= mostKept) {
      const [oldest] = this.read.keys()
      if (oldest !== undefined) this.read.delete(oldest)
    }
    this.read.set(key, set)
  }
}

/** A set of a million rows has 125 KB. */
const mostKept = 48

interface Stored {
  block: number
  rows: Blob
}

function blockOf(noted: number): number {
  return Math.floor((noted < 0 ? ~noted : noted) / blockSize)
}

function byBlock(rows: readonly number[]): Map<number, number[]> {
  const blocks = new Map<number, number[]>()
  for (const row of rows) {
    const inBlock = blocks.get(blockOf(row))
    if (inBlock) inBlock.push(row)
    else blocks.set(blockOf(row), [row])
  }
  return blocks
}

function isBits(bytes: ArrayBuffer): boolean {
  return bytes.byteLength === blockSize / 8
}

function addTo(set: RowSet, block: number, bytes: ArrayBuffer): void {
  const first = block * (blockSize / 32)
  const { words } = set
  if (isBits(bytes)) {
    const bits = new Uint32Array(bytes)
    for (let at = 0; at < bits.length; at += 1) words[first + at] = (words[first + at] ?? 0) | (bits[at] ?? 0)
    return
  }
  for (const row of new Uint16Array(bytes))
    words[first + (row >>> 5)] = (words[first + (row >>> 5)] ?? 0) | (1 << (row & 31))
}

/** The rows in ascending order, in the shorter of the two forms. */
function encoded(rows: number[]): Buffer {
  if (rows.length <= mostListed) return Buffer.from(Uint16Array.from(rows).sort().buffer)
  const bits = new Uint32Array(blockSize / 32)
  for (const row of rows) bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31))
  return Buffer.from(bits.buffer)
}

/** A list, or bits, with rows added that are behind all that a list holds; undefined where they are not, or where the form changes. */
function appended(bytes: ArrayBuffer, noted: readonly number[]): Buffer | undefined {
  if (isBits(bytes)) {
    if (noted.some((row) => row < 0)) return undefined
    const bits = new Uint32Array(bytes)
    for (const row of noted) bits[(row % blockSize) >>> 5] = (bits[(row % blockSize) >>> 5] ?? 0) | (1 << (row & 31))
    return Buffer.from(bits.buffer)
  }
  const listed = new Uint16Array(bytes)
  if (listed.length + noted.length > mostListed) return undefined
  const all = new Uint16Array(listed.length + noted.length)
  all.set(listed)
  let last = listed.at(-1) ?? -1
  for (const [at, row] of noted.entries()) {
    const place = row < 0 ? -1 : row % blockSize
    if (place <= last) return undefined
    all[listed.length + at] = last = place
  }
  return Buffer.from(all.buffer)
}

function changed(bytes: ArrayBuffer, changes: Map<number, boolean>): Buffer {
  if (isBits(bytes)) {
    const bits = new Uint32Array(bytes)
    for (const [row, has] of changes) {
      const bit = 1 << (row & 31)
      bits[row >>> 5] = has ? (bits[row >>> 5] ?? 0) | bit : (bits[row >>> 5] ?? 0) & ~bit
    }
    return isFew(bits) ? encoded(rowsOf(bits)) : Buffer.from(bits.buffer)
  }
  const kept = [...new Uint16Array(bytes)].filter((row) => !changes.has(row))
  for (const [row, has] of changes) if (has) kept.push(row)
  return encoded(kept)
}

function rowsOf(bits: Uint32Array): number[] {
  const rows: number[] = []
  for (let at = 0; at < bits.length; at += 1)
    for (let bit = 0; bit < 32; bit += 1) if (((bits[at] ?? 0) >>> bit) & 1) rows.push(at * 32 + bit)
  return rows
}

/** Whether a list would be clearly shorter; on the border nothing is turned to and fro. */
function isFew(bits: Uint32Array): boolean {
  let count = 0
  for (const word of bits) for (let rest = word; rest !== 0; rest &= rest - 1) count += 1
  return count < mostListed / 2
}
