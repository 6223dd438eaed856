import {
  type FacetName,
  facetNames,
  type Facets,
  type FacetValue,
  ImageFormat,
  orientations,
  type RightsState,
  rightsStates,
} from '#contract'
import { isMonth, marks, monthName } from '../rows/columns.js'
import { flags } from '../rows/row-facts.js'
import { eachRow, type RowSet } from '../rows/row-set.js'
import type { Sources } from './evaluate.js'

/** What rows have, as it was counted. */
export interface Counts {
  total: number
  tags: Uint32Array
  format: number[]
  orientation: number[]
  /** Places 0 to 6 for -1 to 5 stars. */
  rating: number[]
  flag: number[]
  used: number
  lacksCaption: number
  lacksCredit: number
  rights: Record<RightsState, number>
  taken: MonthCounts
  undated: number
  imported: MonthCounts
}

/** Goes through rows once and counts everything; `nowMinutes` as the columns of embargo and expiry count. */
export function countRows(rows: RowSet, { columnStore, dictionary }: Sources, nowMinutes: number): Counts {
  const { columns } = columnStore
  const { format, orientation, rating, flag, marks: bits, takenMonth, importedMonth, embargo, expires } = columns
  const counts: Counts = {
    total: 0,
    tags: new Uint32Array(dictionary.size),
    format: ImageFormat.options.map(() => 0),
    orientation: orientations.map(() => 0),
    rating: [0, 0, 0, 0, 0, 0, 0],
    flag: flags.map(() => 0),
    used: 0,
    lacksCaption: 0,
    lacksCredit: 0,
    rights: { embargoed: 0, expired: 0, 'do-not-use': 0, sensitive: 0, restricted: 0 },
    taken: new MonthCounts(),
    undated: 0,
    imported: new MonthCounts(),
  }
  eachRow(rows, (row) => {
    counts.total += 1
    columns.countTags(row, counts.tags)
    up(counts.format, format[row] ?? 0)
    up(counts.orientation, orientation[row] ?? 0)
    up(counts.rating, (rating[row] ?? 0) + 1)
    up(counts.flag, flag[row] ?? 0)
    const mark = bits[row] ?? 0
    if (mark & marks.used) counts.used += 1
    if (mark & marks.lacksCaption) counts.lacksCaption += 1
    if (mark & marks.lacksCredit) counts.lacksCredit += 1
    const end = expires[row] ?? 0
    countRights(counts.rights, mark, (embargo[row] ?? 0) > nowMinutes, end !== 0 && end <= nowMinutes)
    const taken = takenMonth[row] ?? 0
    if (isMonth(taken)) counts.taken.up(taken)
    else counts.undated += 1
    counts.imported.up(importedMonth[row] ?? 0)
  })
  return counts
}

/** How many rows each month has. Months of most pictures lie in a range that is counted in an array: a map takes ten times as long. */
class MonthCounts {
  private readonly usual = new Uint32Array(usualMonths)
  private readonly others = new Map<number, number>()

  up(month: number): void {
    if (month >= 0 && month < usualMonths) this.usual[month] = (this.usual[month] ?? 0) + 1
    else this.others.set(month, (this.others.get(month) ?? 0) + 1)
  }

  /** In the order of time. */
  list(): { month: string; count: number }[] {
    const usual = Array.from(this.usual, (count, month) => [month, count] as const).filter(([, count]) => count > 0)
    return [...this.others, ...usual]
      .sort(([a], [b]) => a - b)
      .map(([month, count]) => ({ month: monthName(month), count }))
  }
}

/** 1970 to 2069. */
const usualMonths = 1_200

function up(counts: number[], place: number): void {
  counts[place] = (counts[place] ?? 0) + 1
}

function countRights(rights: Counts['rights'], mark: number, isEmbargoed: boolean, isExpired: boolean): void {
  const isForbidden = (mark & marks.doNotUse) !== 0
  const isSensitive = (mark & marks.sensitive) !== 0
  if (isEmbargoed) rights.embargoed += 1
  if (isExpired) rights.expired += 1
  if (isForbidden) rights['do-not-use'] += 1
  if (isSensitive) rights.sensitive += 1
  if (isEmbargoed || isExpired || isForbidden || isSensitive) rights.restricted += 1
}

/** Counts as they are answered; `of` gives those that a facet's own filter is left out of. */
export function facetsFrom(
  all: Counts,
  of: (
    name: FacetName | 'format' | 'orientation' | 'rating' | 'flag' | 'used' | 'rights' | 'taken' | 'imported',
  ) => Counts,
  most: number,
  { dictionary }: Sources,
  labelOf: (facet: FacetName, value: string) => string,
): Facets {
  const named = (counts: readonly number[], values: readonly string[]): FacetValue[] =>
    values.flatMap((value, at) => (counts[at] ? [{ value, label: value, count: counts[at] }] : []))
  const top = new Map(facetNames.map((name) => [name, [] as { code: number; count: number }[]]))
  const spread = (counts: Counts, only: FacetName | null) => {
    for (let code = 1; code < counts.tags.length; code += 1) {
      const count = counts.tags[code] ?? 0
      if (count === 0) continue
      const facet = dictionary.facet(code)
      if (facet !== undefined && (only === null || only === facet)) top.get(facet)?.push({ code, count })
    }
  }
  const own = facetNames.filter((name) => of(name) !== all)
  spread(all, null)
  for (const name of own) {
    top.set(name, [])
    spread(of(name), name)
  }
  const values = Object.fromEntries(
    facetNames.map((name) => {
      const found = top.get(name) ?? []
      const first = found.sort((a, b) => b.count - a.count || a.code - b.code).slice(0, most)
      const shown = first.map(({ code, count }) => {
        const value = dictionary.value(code)
        return { value, label: labelOf(name, value), count }
      })
      return [name, { values: shown, more: found.length - first.length }]
    }),
  ) as Facets['values'] // every name has its entry
  const used = of('used')
  const taken = of('taken')
  return {
    total: all.total,
    values,
    format: named(of('format').format, ImageFormat.options),
    orientation: named(of('orientation').orientation, orientations),
    rating: named(of('rating').rating, ['-1', '0', '1', '2', '3', '4', '5']),
    flag: named(of('flag').flag, flags),
    used: { used: used.used, unused: used.total - used.used },
    missing: { caption: all.lacksCaption, credit: all.lacksCredit },
    rights: named(
      rightsStates.map((state) => of('rights').rights[state]),
      rightsStates,
    ),
    taken: { months: taken.taken.list(), undated: taken.undated },
    imported: { months: of('imported').imported.list() },
  }
}
