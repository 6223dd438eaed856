import type { DayRange } from '#contract'

/** Photos of a month, `2026-11`. */
export interface MonthCount {
  readonly month: string
  readonly count: number
}

/** A bar of a histogram: photos of a stretch of time, its first and last day included. */
export interface Bar {
  /** `2026` or `2026-11`. */
  readonly name: string
  readonly from: string
  readonly to: string
  readonly count: number
}

/** More months than this are drawn as years. */
const mostMonths = 60

/** The first day of a month, and the last. */
export function daysOf(month: string): { from: string; to: string } {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` }
}

/** The month that follows so many months later. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const place = year * 12 + number - 1 + months
  return `${String(Math.floor(place / 12)).padStart(4, '0')}-${String((place % 12) + 1).padStart(2, '0')}`
}

function placeOf(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return year * 12 + number - 1
}

/**
 * Bars from the first month that has photos to the last, those without between them; in years where the months would be too many.
 * `within` shows a part of the time alone, by months.
 */
export function barsOf(
  months: readonly MonthCount[],
  within: { from: string; to: string } | null = null,
): readonly Bar[] {
  const from = within?.from ?? months[0]?.month
  const to = within?.to ?? months.at(-1)?.month
  if (from === undefined || to === undefined) return []
  const counts = new Map(months.map(({ month, count }) => [month, count]))
  const span = placeOf(to) - placeOf(from) + 1
  if (span <= mostMonths) {
    return Array.from({ length: Math.max(0, span) }, (_, at) => {
      const name = monthAfter(from, at)
      return { name, ...daysOf(name), count: counts.get(name) ?? 0 }
    })
  }
  const years = new Map<string, number>()
  for (const { month, count } of months) {
    if (month < from || month > to) continue
    const year = month.slice(0, 4)
    years.set(year, (years.get(year) ?? 0) + count)
  }
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const name = String(first + at)
    return { name, from: `${name}-01-01`, to: `${name}-12-31`, count: years.get(name) ?? 0 }
  })
}

/** The bars that a range of days touches, first and last; null where it touches none or there is no range. */
export function barsWithin(bars: readonly Bar[], range: DayRange | null): { first: number; last: number } | null {
  if (range === null) return null
  const { from, to } = range
  const first = bars.findIndex((bar) => from === null || bar.to >= from)
  const last = bars.findLastIndex((bar) => to === null || bar.from <= to)
  return first < 0 || last < first ? null : { first, last }
}

/** Where the photo at a place stands in time, when a listing goes from the newest month to the oldest; null behind them all. */
export function monthAt(months: readonly MonthCount[], at: number): string | null {
  let passed = 0
  for (let index = months.length - 1; index >= 0; index--) {
    passed += months[index]?.count ?? 0
    if (at < passed) return months[index]?.month ?? null
  }
  return null
}

/** The places at which years begin, newest first, for marks beside a scrollbar: parts of the whole listing, 0 to 1. */
export function yearMarks(months: readonly MonthCount[], total: number): readonly { year: string; part: number }[] {
  const marks: { year: string; part: number }[] = []
  let passed = 0
  for (let index = months.length - 1; index >= 0; index--) {
    const { month = '', count = 0 } = months[index] ?? {}
    const year = month.slice(0, 4)
    if (marks.at(-1)?.year !== year && total > 0) marks.push({ year, part: passed / total })
    passed += count
  }
  return marks
}

/** The days of a month, in order. */
export function daysIn(month: string): readonly string[] {
  const days = Number(daysOf(month).to.slice(8))
  return Array.from({ length: days }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`)
}
