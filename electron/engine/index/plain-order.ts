import type { PhotoQuery } from '#contract'
import type { Slice } from './archive-index.js'
import type { Connection } from './connection.js'
import { states } from './rows/columns.js'

const orders: Readonly<Partial<Record<PhotoQuery['sort'], string>>> = {
  // Photos of one import share their moment and stand in the order of their files, the last file first.
  imported: 'imported DESC, id DESC',
  // NULL sorts below every date, so photos without one come last.
  taken: 'taken DESC, id DESC',
  file: 'file_key, id',
  headline: 'headline_key, id',
  relevance: 'imported DESC, id DESC',
}

/** Whether the database has an order of its own for this; the others follow from the columns. */
export function hasPlainOrder(sort: PhotoQuery['sort']): boolean {
  return orders[sort] !== undefined
}

/** A slice of all photos in one state, by the database's own orders. */
export function plainOrder<T>(
  connection: Connection,
  column: 'row' | 'id',
  { sort, setAside, trashed }: PhotoQuery,
  { offset, limit }: Slice,
): T[] {
  const state = trashed ? states.trashed : setAside ? states.setAside : states.inUse
  const sql = `SELECT ${column} FROM photos WHERE state = ? ORDER BY ${orders[sort] ?? 'imported DESC, id DESC'} LIMIT ? OFFSET ?`
  return connection.all<T>(sql, state, limit, offset)
}
