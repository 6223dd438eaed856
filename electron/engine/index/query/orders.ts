import type { SortOrder } from '#contract'
import type { ColumnStore } from '../rows/column-store.js'
import { eachRow, type RowSet } from '../rows/row-set.js'
import { byRank, isRanked, type Ranks } from './ranks.js'

/** Fewer rows than this are sorted by themselves; of more, the order of all is gone through. */
const fewRows = 1_000

/** Orders of texts that the database keeps. */
export type NamedOrder = 'file' | 'headline'

function isNamed(sort: SortOrder): sort is NamedOrder {
  return sort === 'file' || sort === 'headline'
}

type Comparison = (one: number, other: number) => number

/** Of fewer rows than this the names are read one by one. */
const fewNames = 1_000

/** Rows in order, from any place on. */
export class Orders {
  private readonly known = new Map<SortOrder, { rows: Uint32Array; version: number }>()

  constructor(
    private readonly columnStore: ColumnStore,
    private readonly ranks: Ranks,
    /** A row's file name or headline as it is sorted. */
    private readonly nameKey: (sort: NamedOrder, row: number) => string,
    /** Every row in the order of these. */
    private readonly byName: (sort: NamedOrder) => Uint32Array,
  ) {}

  slice(rows: RowSet, sort: Exclude<SortOrder, 'relevance'>, offset: number, limit: number): number[] {
    const total = rows.size()
    if (offset >= total || limit <= 0) return []
    if (total <= (isNamed(sort) ? fewNames : fewRows)) {
      return sorted(rows, this.comparison(sort)).slice(offset, offset + limit)
    }
    const found: number[] = []
    let passed = 0
    for (const row of this.order(sort)) {
      if (!rows.has(row)) continue
      if (passed >= offset) found.push(row)
      passed += 1
      if (found.length === limit) break
    }
    return found
  }

  private order(sort: Exclude<SortOrder, 'relevance'>): Uint32Array {
    const { columns } = this.columnStore
    const isOfDates = sort === 'imported' || sort === 'taken'
    const version = isOfDates ? this.columnStore.orderVersion : this.columnStore.version
    const known = this.known.get(sort)
    if (known?.version === version) return known.rows
    const rows = isOfDates
      ? this.sortAll(sort, columns.size, known?.rows)
      : isRanked(sort)
        ? byRank(this.order('imported'), this.ranks.of(sort))
        : this.byName(sort)
    this.known.set(sort, { rows, version })
    return rows
  }

  /** What was in order is nearly in order still, and sorting an array (not a typed one) makes use of that. */
  private sortAll(sort: 'imported' | 'taken', size: number, before: Uint32Array | undefined): Uint32Array {
    const rows = ascending(size).slice(0, size - (before?.length ?? 0))
    return Uint32Array.from([...rows, ...(before ?? [])].sort(this.comparison(sort)))
  }

  private comparison(sort: Exclude<SortOrder, 'relevance'>): Comparison {
    const { columns } = this.columnStore
    const byId: Comparison = (one, other) => columns.compareIds(other, one)
    if (sort === 'imported') {
      const { imported } = columns
      return (one, other) => (imported[other] ?? 0) - (imported[one] ?? 0) || byId(one, other)
    }
    if (sort === 'taken') {
      const { taken } = columns
      const time = (row: number) => {
        const value = taken[row] ?? Number.NaN
        return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value
      }
      return (one, other) => {
        const [a, b] = [time(one), time(other)]
        return a === b ? byId(one, other) : b - a
      }
    }
    if (isRanked(sort)) {
      const { rank } = this.ranks.of(sort)
      const newest = this.comparison('imported')
      return (one, other) => rank(one) - rank(other) || newest(one, other)
    }
    const keys = new Map<number, string>()
    const key = (row: number) => {
      const known = keys.get(row)
      if (known !== undefined) return known
      const read = this.nameKey(sort, row)
      keys.set(row, read)
      return read
    }
    return (one, other) => {
      const [a, b] = [key(one), key(other)]
      return a === b ? columns.compareIds(one, other) : a < b ? -1 : 1
    }
  }
}

/** The newest rows have the highest numbers, and the newest come first. */
function ascending(size: number): number[] {
  return Array.from({ length: size }, (_, at) => size - 1 - at)
}

function sorted(rows: RowSet, comparison: Comparison): number[] {
  const all: number[] = []
  eachRow(rows, (row) => all.push(row))
  return all.reverse().sort(comparison)
}
