import type { DayRange } from '#contract'
import type { MonthCount } from './months.js'
import { daysOf } from './months.js'

/** A stretch of time with its photos: a month, or a day whose month has been counted by days. */
export interface TimeGroup {
  /** `2026-11` or `2026-11-23`; empty for photos without a date. */
  readonly key: string
  readonly count: number
}

/** The months that a range lets through, newest first. One that it cuts has as many photos as its days have, if those are known. */
export function monthsWithin(months: readonly MonthCount[], range: DayRange | null): readonly MonthCount[] {
  const { from = null, to = null } = range ?? {}
  return months
    .filter(({ month }) => {
      const days = daysOf(month)
      return (from === null || days.to >= from) && (to === null || days.from <= to)
    })
    .toReversed()
}

/** Whether a range lets a part of a month through alone. */
export function isCut(month: string, range: DayRange | null): boolean {
  const { from = null, to = null } = range ?? {}
  const days = daysOf(month)
  return (from !== null && days.from < from) || (to !== null && days.to > to)
}

/**
 * Groups of a listing that goes from the newest day to the oldest: days where they have been counted, whole months where not.
 * Photos that stand in none (without a date, or come since) are the last group, so that the groups hold the listing's total.
 */
export function timeGroups(
  months: readonly MonthCount[],
  days: ReadonlyMap<string, readonly TimeGroup[]>,
  total: number,
): readonly TimeGroup[] {
  const groups: TimeGroup[] = []
  let left = total
  const add = (key: string, count: number) => {
    const fitting = Math.min(count, left)
    if (fitting > 0) groups.push({ key, count: fitting })
    left -= fitting
  }
  for (const { month, count } of months) {
    const counted = days.get(month)
    if (counted === undefined) add(month, count)
    else for (const day of counted) add(day.key, day.count)
  }
  add('', left)
  return groups
}

/** The months that places from `first` to `last` stand in. */
export function monthsAt(groups: readonly TimeGroup[], first: number, last: number): readonly string[] {
  const found = new Set<string>()
  let at = 0
  for (const { key, count } of groups) {
    if (at > last) break
    if (at + count > first && key !== '') found.add(key.slice(0, 7))
    at += count
  }
  return [...found]
}
