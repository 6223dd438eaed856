import writeExcel from 'write-excel-file/node'
import { inert } from '../bundles/documents/captions-csv.js'
import { cellText } from '../bundles/documents/captions-sheet.js'
import type { Table } from './table.js'

/** What one cell of a spreadsheet holds at most, characters. */
const longestCell = 32_767

/**
 * A table as an Excel workbook (Office Open XML). Texts are cells of type text, and none can start a formula even after it was copied
 * elsewhere, see `inert`; the first row stays in sight.
 */
export async function xlsxTable({ name, columns, rows }: Table): Promise<Buffer> {
  const heading = columns.map((value) => ({ value, type: String, fontWeight: 'bold' as const }))
  const cells = rows.map((row) =>
    row.map((value) =>
      typeof value === 'string'
        ? { value: inert(cellText(value)).slice(0, longestCell), type: String }
        : { value, type: Number },
    ),
  )
  const widths = columns.map((column, at) => ({
    width: Math.min(
      60,
      Math.max(...[column, ...rows.map((row) => String(row[at] ?? ''))].map((text) => text.length * 2), 8),
    ),
  }))
  return writeExcel([heading, ...cells], { sheet: sheetName(name), columns: widths, stickyRowsCount: 1 }).toBuffer()
}

/** Without what Excel refuses in the name of a sheet, and as long as it may be. */
function sheetName(name: string): string {
  const allowed = name.replace(/[\\/?*[\]:]/gu, '-').slice(0, 31)
  return allowed.trim() === '' ? 'Sheet1' : allowed
}
