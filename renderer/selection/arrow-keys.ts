/** How the listing lies in the window. */
export interface SheetShape {
  readonly total: number
  readonly columns: number
  /** Whole rows that can be seen at once, at least 1. */
  readonly rows: number
  /** Where a place leads so many rows down, where rows are not all of one length; up: negative. */
  readonly vertical?: (at: number, rows: number) => number
}

/**
 * The place that a key leads to from `at` (null: the keyboard is on no photo yet); null where the key is no such key or
 * leads nowhere else. Up and down keep the column and stop at the first and last row; from the row before a short last row,
 * down leads to the last photo.
 */
export function placeAfterKey(key: string, at: number | null, shape: SheetShape): number | null {
  const { total, columns, rows, vertical } = shape
  const last = total - 1
  if (total === 0 || !steps.includes(key)) return null
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (at === null) return 0
  if (key === 'ArrowLeft' || key === 'ArrowRight') return clamp(at + (key === 'ArrowLeft' ? -1 : 1), last)
  if (vertical !== undefined) {
    const by = key.startsWith('Page') ? rows : 1
    return clamp(vertical(at, key.endsWith('Up') ? -by : by), last)
  }
  const step = (key.startsWith('Page') ? rows : 1) * columns
  if (key === 'ArrowUp' || key === 'PageUp') {
    const column = at % columns
    return at - step >= 0 ? at - step : column
  }
  if (at + step <= last) return at + step
  const lastRow = Math.floor(last / columns)
  const below = lastRow * columns + (at % columns)
  return Math.floor(at / columns) === lastRow ? at : Math.min(below, last)
}

const steps: readonly string[] = [
  'Home',
  'End',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'PageUp',
  'PageDown',
]

function clamp(at: number, last: number): number {
  return Math.max(0, Math.min(at, last))
}
