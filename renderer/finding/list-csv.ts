import { stringify } from 'csv-stringify/browser/esm/sync'
import type { Photo } from '#contract'

/** The columns of an exported list, in their order. */
export const listColumns = ['file', 'caption', 'credit', 'creators', 'people', 'place', 'date'] as const
export type ListColumn = (typeof listColumns)[number]

/**
 * Photos as a table for a spreadsheet: CSV (RFC 4180) with a byte order mark, so that Excel reads its Chinese, and without a cell
 * that would be taken for a formula. `titles` name the columns, `between` stands between several names.
 */
export function listCsv(
  photos: readonly Photo[],
  titles: Readonly<Record<ListColumn, string>>,
  between: string,
): string {
  const rows = photos.map((photo) => listColumns.map((column) => harmless(cellOf(photo, column, between))))
  return stringify([listColumns.map((column) => titles[column]), ...rows], { bom: true, record_delimiter: '\r\n' })
}

function cellOf(photo: Photo, column: ListColumn, between: string): string {
  switch (column) {
    case 'creators':
    case 'people':
      return photo[column].join(between)
    case 'place':
      return [photo.place, photo.city].filter((one) => one !== '').join(between)
    case 'date':
      return (photo.takenAt ?? '').replace('T', ' ').replace(/(:\d{2})(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/, '$1')
    default:
      return photo[column]
  }
}

/** Beginnings that a spreadsheet may take for a formula: the characters, behind what some programs strip. */
const formula = /^[\s\p{Cc}\p{Cf}\p{Z}"'‘’“”`´]*[\t\r\n=+\-@−]/u

/** Puts an apostrophe, which spreadsheets take as "this is text", before whatever could start a formula, full width included. */
function harmless(cell: string): string {
  return formula.test(cell) || formula.test(cell.normalize('NFKC')) ? `'${cell}` : cell
}
