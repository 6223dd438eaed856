/** Photos that stand together under a heading. */
export interface Group {
  readonly key: string
  readonly label: string
  readonly count: number
}

/** A row of the sheet: a group's heading, or so many photos from a place on. */
export type Row =
  | { readonly kind: 'heading'; readonly group: Group }
  | { readonly kind: 'photos'; readonly at: number; readonly count: number }

/**
 * The rows that a listing is laid out in. Without groups all photos follow each other; with them each group begins a row of its
 * own under its heading. Rows are found by halving, so that a million photos cost no more than their groups.
 */
export class SheetRows {
  /** Rows in all. */
  readonly count: number
  private readonly hasHeadings: boolean
  private readonly groups: readonly Group[]
  /** Of each group: its first row, and the place of its first photo. */
  private readonly firstRows: number[] = []
  private readonly firstPlaces: number[] = []

  constructor(
    groups: readonly Group[] | null,
    private readonly total: number,
    private readonly columns: number,
  ) {
    this.hasHeadings = groups !== null
    this.groups = groups?.filter(({ count }) => count > 0) ?? [{ key: '', label: '', count: total }]
    let row = 0
    let place = 0
    for (const { count } of this.groups) {
      this.firstRows.push(row)
      this.firstPlaces.push(place)
      row += (this.hasHeadings ? 1 : 0) + Math.ceil(count / columns)
      place += count
    }
    this.count = row
  }

  /** The group that a row belongs to; undefined where there are none. */
  groupAt(index: number): Group | undefined {
    return this.hasHeadings ? this.groups[lastUpTo(this.firstRows, index)] : undefined
  }

  isHeading(index: number): boolean {
    return this.hasHeadings && this.firstRows[lastUpTo(this.firstRows, index)] === index
  }

  at(index: number): Row {
    const number = lastUpTo(this.firstRows, index)
    const group = this.groups[number]
    const first = this.firstRows[number] ?? 0
    if (group === undefined) return { kind: 'photos', at: 0, count: 0 }
    if (this.hasHeadings && index === first) return { kind: 'heading', group }
    const inside = (index - first - (this.hasHeadings ? 1 : 0)) * this.columns
    return {
      kind: 'photos',
      at: (this.firstPlaces[number] ?? 0) + inside,
      count: Math.max(0, Math.min(this.columns, group.count - inside)),
    }
  }

  /** The row that a photo stands in. */
  rowOf(at: number): number {
    const number = lastUpTo(this.firstPlaces, at)
    const inside = at - (this.firstPlaces[number] ?? 0)
    return (this.firstRows[number] ?? 0) + (this.hasHeadings ? 1 : 0) + Math.floor(inside / this.columns)
  }

  /** The photo so many rows of photos further down (up: negative), in the same column or the last of a shorter row. */
  vertical(at: number, by: number): number {
    let index = this.rowOf(at)
    const here = this.at(index)
    const column = here.kind === 'photos' ? at - here.at : 0
    let target = here
    for (let left = Math.abs(by); left > 0;) {
      index += Math.sign(by)
      if (index < 0 || index >= this.count) break
      const row = this.at(index)
      if (row.kind === 'heading') continue
      target = row
      left -= 1
    }
    if (target.kind === 'heading' || target === here) return at
    return Math.max(0, Math.min(target.at + Math.min(column, target.count - 1), this.total - 1))
  }
}

/** The last place whose value is at most this; the values ascend. */
function lastUpTo(values: readonly number[], value: number): number {
  let [low, high] = [0, values.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((values[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}
