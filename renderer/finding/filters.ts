import type { DayRange, Facets, FacetValue } from '#contract'
import { facetNames, noFilters, PhotoFilters } from '#contract'

/** Filters that hold a list of values. */
export const listedFilters = [...facetNames, 'format', 'orientation', 'flag', 'rights'] as const
export type ListedFilter = (typeof listedFilters)[number]

/** The panel's sections. */
export type FilterSection =
  Exclude<ListedFilter, 'flag'> | 'saved' | 'taken' | 'imported' | 'rating' | 'lacking' | 'used'

/** What photos may lack, as a filter; `either` lacks one of the two at least. */
export type Lacking = 'caption' | 'credit' | 'either' | null

/** What narrows a listing beside its words. */
export interface Narrowing {
  readonly filters: PhotoFilters
  readonly lacking: Lacking
}

export const noNarrowing: Narrowing = { filters: noFilters, lacking: null }

/** Ticks a value of a filter, or takes the tick away. */
export function toggled(filters: PhotoFilters, name: ListedFilter, value: string): PhotoFilters {
  const values: readonly string[] = filters[name]
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
  return PhotoFilters.parse({ ...filters, [name]: next })
}

/** Ticks one of the things that photos may lack, or takes the tick away. */
export function lackingToggled(lacking: Lacking, which: 'caption' | 'credit'): Lacking {
  const other = which === 'caption' ? 'credit' : 'caption'
  if (lacking === null) return which
  if (lacking === 'either') return other
  return lacking === which ? null : 'either'
}

export function lacks(lacking: Lacking, which: 'caption' | 'credit'): boolean {
  return lacking === which || lacking === 'either'
}

/** One thing that narrows the listing, and what is left without it. */
export type ActiveFilter = { readonly rest: Narrowing } & (
  | { readonly kind: 'value'; readonly name: ListedFilter; readonly value: string }
  | { readonly kind: 'days'; readonly name: 'taken' | 'imported'; readonly range: DayRange }
  | { readonly kind: 'rating'; readonly from: number }
  | { readonly kind: 'used'; readonly used: boolean }
  | { readonly kind: 'undated' }
  | { readonly kind: 'lacking'; readonly which: 'caption' | 'credit' }
)

/** Everything that narrows the listing, in the order of the panel. */
export function activeFilters({ filters, lacking }: Narrowing): readonly ActiveFilter[] {
  const active: ActiveFilter[] = []
  for (const name of ['taken', 'imported'] as const) {
    const range = filters[name]
    if (range !== null)
      active.push({ kind: 'days', name, range, rest: { filters: { ...filters, [name]: null }, lacking } })
  }
  if (filters.undated) active.push({ kind: 'undated', rest: { filters: { ...filters, undated: false }, lacking } })
  for (const name of listedFilters) {
    for (const value of filters[name]) {
      active.push({ kind: 'value', name, value, rest: { filters: toggled(filters, name, value), lacking } })
    }
  }
  const { rating, used } = filters
  if (rating !== null)
    active.push({ kind: 'rating', from: rating, rest: { filters: { ...filters, rating: null }, lacking } })
  if (used !== null) active.push({ kind: 'used', used, rest: { filters: { ...filters, used: null }, lacking } })
  for (const which of ['caption', 'credit'] as const) {
    if (lacks(lacking, which)) {
      active.push({ kind: 'lacking', which, rest: { filters, lacking: lackingToggled(lacking, which) } })
    }
  }
  return active
}

export function isNarrowed(narrowing: Narrowing): boolean {
  return activeFilters(narrowing).length > 0
}

/** The values that photos have of a filter, with how many more there are. */
export function valuesOf(facets: Facets, name: ListedFilter): { values: readonly FacetValue[]; more: number } {
  if (name === 'format' || name === 'orientation' || name === 'flag' || name === 'rights') {
    return { values: facets[name], more: 0 }
  }
  return facets.values[name]
}

/** How many photos have at least so many stars. */
export function atLeast(rating: readonly FacetValue[], stars: number): number {
  return rating.reduce((sum, { value, count }) => (Number(value) >= stars ? sum + count : sum), 0)
}
