import type { TallyRow } from '#contract'

export const tallyColumns = ['name', 'role', 'supplied', 'used', 'uses', 'share'] as const
export type TallyColumn = (typeof tallyColumns)[number]
export interface TallyOrder {
  readonly column: TallyColumn
  readonly descending: boolean
}

/** How many of the photos supplied were used, 0 to 1; null where none was supplied in the period. */
export function shareOf({ supplied, used }: TallyRow): number | null {
  return supplied === 0 ? null : Math.min(1, used / supplied)
}

/** Rows in an order; equal ones stay as they stand. What cannot be told comes last either way. */
export function sortTally(rows: readonly TallyRow[], { column, descending }: TallyOrder, language: string): TallyRow[] {
  const texts = new Intl.Collator(language)
  const sign = descending ? -1 : 1
  return rows.toSorted((one, other) => {
    if (column === 'name' || column === 'role') {
      if (one[column] === '' || other[column] === '') return Number(one[column] === '') - Number(other[column] === '')
      return sign * texts.compare(one[column], other[column])
    }
    const [a, b] = column === 'share' ? [shareOf(one), shareOf(other)] : [one[column], other[column]]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * (a - b)
  })
}
