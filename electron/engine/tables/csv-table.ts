import { stringify } from 'csv-stringify/sync'
import { inert } from '../bundles/documents/captions-csv.js'
import type { Table } from './table.js'

/** A table as UTF-8 text with a byte order mark, CRLF between records (RFC 4180). No cell can start a formula, see `inert`. */
export function csvTable({ columns, rows }: Table): string {
  const records = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? inert(cell) : cell)))
  return stringify([columns.map(inert), ...records], { bom: true, record_delimiter: 'windows', quoted_string: true })
}
