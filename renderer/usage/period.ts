/** Periods that a desk counts by; `custom` is whatever days somebody chose. */
export const periods = ['this-month', 'last-month', 'quarter', 'custom'] as const
export type Period = (typeof periods)[number]

/** Days as the desk's calendar has them, both included. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** The days of a period around a day; a period that is still running ends with its last day. */
export function daysOf(period: Exclude<Period, 'custom'>, now: Date): Days {
  const year = now.getFullYear()
  const month = now.getMonth()
  if (period === 'quarter') {
    const first = Math.floor(month / 3) * 3
    return { from: dayText(new Date(year, first, 1)), to: dayText(new Date(year, first + 3, 0)) }
  }
  const at = period === 'this-month' ? month : month - 1
  return { from: dayText(new Date(year, at, 1)), to: dayText(new Date(year, at + 1, 0)) }
}

function dayText(day: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
