import type { FacetName } from '#contract'
import type { ColumnStore } from '../rows/column-store.js'
import type { Dictionary } from '../rows/dictionary.js'

/** Orders that follow from a photo's values of a facet, or from a number of few values. */
export const rankedOrders = ['credit', 'creator', 'story', 'rating'] as const
export type RankedOrder = (typeof rankedOrders)[number]

export function isRanked(sort: string): sort is RankedOrder {
  return rankedOrders.some((each) => each === sort)
}

const names = new Intl.Collator('zh', { numeric: true })

/** Where the values of a facet stand in their order, 0 the first; from then on each row's place costs a look at its tags. */
export class Ranks {
  private readonly known = new Map<FacetName, { size: number; ofCode: Uint32Array; values: string[] }>()

  constructor(
    private readonly columnStore: ColumnStore,
    private readonly dictionary: Dictionary,
  ) {}

  /** The place of each row; `last` for those that have none. */
  of(sort: RankedOrder): { rank: (row: number) => number; last: number } {
    const { columns } = this.columnStore
    if (sort === 'rating') {
      const { rating } = columns
      return { rank: (row) => mostStars - (rating[row] ?? 0), last: mostStars + 1 }
    }
    const { ofCode, values } = this.ranksOf(sort)
    const last = values.length
    return {
      last,
      rank: (row) => {
        let best = last
        for (const code of columns.tags(row)) {
          const rank = ofCode[code] ?? none
          if (rank === none) continue
          // The first creator counts, and of stories the newest.
          if (sort !== 'story') return rank
          if (rank < best) best = rank
        }
        return best
      },
    }
  }

  /** The value that stands at a place; empty for those that have none. */
  valueAt(facet: FacetName, rank: number): string {
    return this.ranksOf(facet).values[rank] ?? ''
  }

  forget(): void {
    this.known.clear()
  }

  /** Values are only ever added, so that their number tells whether there are new ones. */
  private ranksOf(facet: FacetName): { ofCode: Uint32Array; values: string[] } {
    const { dictionary } = this
    const known = this.known.get(facet)
    if (known?.size === dictionary.size) return known
    const codes: number[] = []
    for (let code = 0; code < dictionary.size; code += 1) if (dictionary.facet(code) === facet) codes.push(code)
    const value = (code: number) => dictionary.value(code)
    // A story's id begins with the moment at which it was made (RFC 9562, 5.7).
    if (facet === 'story') codes.sort((a, b) => (value(a) < value(b) ? 1 : -1))
    else codes.sort((a, b) => names.compare(value(a), value(b)))
    const ofCode = new Uint32Array(dictionary.size).fill(none)
    for (const [rank, code] of codes.entries()) ofCode[code] = rank
    const ranks = { size: dictionary.size, ofCode, values: codes.map(value) }
    this.known.set(facet, ranks)
    return ranks
  }
}

const mostStars = 5
const none = 0xffff_ffff

/** Rows by their places, those of one place as they came: two passes, however many there are. */
export function byRank(
  rows: Uint32Array,
  { rank, last }: { rank: (row: number) => number; last: number },
): Uint32Array {
  const starts = new Uint32Array(last + 2)
  const ranks = new Uint32Array(rows.length)
  for (const [at, row] of rows.entries()) {
    const place = rank(row)
    ranks[at] = place
    starts[place + 1] = (starts[place + 1] ?? 0) + 1
  }
  for (let place = 1; place < starts.length; place += 1) starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0)
  const sorted = new Uint32Array(rows.length)
  for (const [at, row] of rows.entries()) {
    const place = ranks[at] ?? 0
    const target = starts[place] ?? 0
    sorted[target] = row
    starts[place] = target + 1
  }
  return sorted
}
