import { stringify } from 'csv-stringify/sync'
import type { BundlePhoto } from '../bundle-photo.js'

export const csvColumns = [
  'seq',
  'file',
  'caption',
  'printedCaption',
  'credit',
  'creators',
  'headline',
  'keywords',
  'place',
  'takenAt',
  'original',
] as const

/**
 * The captions as a table: UTF-8 with a byte order mark, CRLF between records (RFC 4180). Several creators or keywords
 * stand in one cell, separated by `; `. No cell can start a formula, see `inert`.
 */
export function captionsCsv(photos: readonly BundlePhoto[]): string {
  const records = photos.map(({ seq, file, printedCaption, photo }) =>
    [
      String(seq),
      file,
      photo.caption,
      printedCaption,
      photo.credit,
      photo.creators.join('; '),
      photo.headline,
      photo.keywords.join('; '),
      photo.place,
      photo.takenAt ?? '',
      photo.file,
    ].map(inert),
  )
  return stringify(records, {
    header: true,
    columns: [...csvColumns],
    bom: true,
    record_delimiter: 'windows',
    quoted_string: true,
  })
}

/** Beginnings that a spreadsheet may take for a formula: the characters, behind what some programs strip. */
const formula = /^[\s\p{Cc}\p{Cf}\p{Z}"'‘’“”`´]*[\t\r\n=+\-@−]/u

/** Some programs fold full-width and small forms (NFKC) and some do not, so both must be harmless. */
const startsFormula = (cell: string) => formula.test(cell) || formula.test(cell.normalize('NFKC'))

/**
 * Puts an apostrophe, which spreadsheets take as "this is text", before whatever could start a formula: = + - @ tab CR LF
 * (OWASP, "CSV Injection"), their full-width and small forms, and these behind spaces, invisible characters or quotes.
 * csv-stringify's own escape_formulas looks at the first character alone.
 */
export function inert(cell: string): string {
  return startsFormula(cell) ? `'${cell}` : cell
}

/** The text that `inert` was given: whatever starts a formula also does so behind an apostrophe, so nothing is mistaken. */
export function fromInert(cell: string): string {
  return cell.startsWith("'") && startsFormula(cell.slice(1)) ? cell.slice(1) : cell
}
