import { parse } from 'csv-parse/sync'
import readSheet from 'read-excel-file/node'
import { fromBufferPromise } from 'yauzl'
import { type Language, languages } from '#contract'
import { csvColumns, fromInert, inert } from '../documents/captions-csv.js'
import { cellText } from '../documents/captions-sheet.js'
import { type Labels, labelsIn } from '../documents/labels.js'
import type { ContentsPhoto } from './bundle-reading.js'
import type { ForeignEdit } from './foreign-edits.js'
import { isStorable } from './merge/resolve.js'

type Column = (typeof csvColumns)[number]
type Cells = Partial<Record<Column, string>>

/** A workbook of captions unpacks to a few megabytes; a trap to many. */
const largestWorkbook = 256 * 1024 * 1024
/** What one cell of a spreadsheet holds at most, characters. */
const longestCell = 32_767

/** What somebody has written into captions.csv. Throws where it is no table. */
export function csvEdits(text: string, photos: readonly ContentsPhoto[], source: string): ForeignEdit[] {
  // A spreadsheet that saves a CSV may leave out quotes and the byte order mark, or part cells by semicolons.
  const separators = [',', ';', '\t']
  const rows = parse(text, {
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    delimiter: delimiterOf(text, separators),
  })
  return editsOf(rows, csvNames, photos, source, (value) => value)
}

/** What somebody has written into captions.xlsx, under headings of any of the languages. Rejects where it is no workbook, or a trap. */
export async function sheetEdits(
  bytes: Buffer,
  photos: readonly ContentsPhoto[],
  source: string,
): Promise<ForeignEdit[]> {
  let unpacked = 0
  const zip = await fromBufferPromise(bytes, { lazyEntries: true })
  for await (const entry of zip.eachEntry()) unpacked += entry.uncompressedSize
  if (unpacked > largestWorkbook) throw new Error('it would grow beyond measure when unpacked')
  const [sheet] = await readSheet(bytes)
  const rows = (sheet?.data ?? []).map((row) => row.map(textOfCell))
  return editsOf(rows, sheetNames, photos, source, (value) => cellText(value))
}

function textOfCell(cell: unknown): string {
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  return ''
}

function delimiterOf(text: string, separators: readonly string[]): string {
  const [heading = ''] = text.split('\n', 1)
  const counted = separators.map((separator) => ({ separator, count: heading.split(separator).length }))
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).separator
}

const csvNames: ReadonlyMap<string, Column> = new Map(csvColumns.map((name) => [name, name]))

/** Headings of the sheet in every language. */
const sheetNames: ReadonlyMap<string, Column> = new Map(
  languages.flatMap((language: Language): [string, Column][] => {
    const labels: Labels = labelsIn(language)
    return csvColumns.map((column) => [column === 'seq' ? labels.number : labels[column], column])
  }),
)

const lists: ReadonlySet<Column> = new Set(['creators', 'keywords'])
const editable: readonly Column[] = [
  ...['caption', 'printedCaption', 'credit', 'creators', 'headline', 'keywords', 'place', 'takenAt'],
] as Column[]

function editsOf(
  [heading = [], ...rows]: readonly (readonly string[])[],
  names: ReadonlyMap<string, Column>,
  photos: readonly ContentsPhoto[],
  source: string,
  written: (value: string) => string,
): ForeignEdit[] {
  const columns = heading.map((name) => names.get(name.trim()))
  const byFile = new Map(photos.map((photo) => [photo.file, photo]))
  return rows.flatMap((row) => {
    const cells: Cells = Object.fromEntries(columns.flatMap((column, at) => (column ? [[column, row[at] ?? '']] : [])))
    const photo = byFile.get(fromInert(cells.file ?? ''))
    if (!photo) return []
    return editable.flatMap((column): ForeignEdit[] => {
      const cell = cells[column]
      const before = asInFiles(cellOf(photo, column))
      if (cell === undefined || sameText(cell, inert(written(before)).slice(0, longestCell))) return []
      const value = valueOf(column, fromInert(cell))
      const field = column === 'printedCaption' ? `printed:${photo.id}` : column
      return isStorable(field, value) ? [{ photoId: photo.id, field: column, value, source }] : []
    })
  })
}

function cellOf(photo: ContentsPhoto, column: Column): string {
  // `editable` names fields of the photo alone.
  const value = photo[column as keyof ContentsPhoto]
  return Array.isArray(value) ? value.join('; ') : typeof value === 'string' ? value : ''
}

function valueOf(column: Column, cell: string): unknown {
  const text = cell.replace(/\r\n?/g, '\n')
  if (column === 'takenAt') return text.trim() === '' ? null : text.trim()
  if (!lists.has(column)) return text
  return text
    .split(/[;；]/u)
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

/** A text as a file in UTF-8 gives it back: half a surrogate pair, which a record can hold, is U+FFFD there. */
function asInFiles(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8')
}

/** Spreadsheets write line ends in their own way, and drop those at a cell's end. */
function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim()
  return plain(a) === plain(b)
}
