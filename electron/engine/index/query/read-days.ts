import type { DayRange } from '#contract'

const day = 86_400_000

/**
 * A day, month or year (`2026-11-02`, `2026-11`, `2026`; also with `/`, `.` or 年月日), several (`2026-10..2026-11`), `today`,
 * `yesterday`, or the last days, weeks, months and years (`7d`, `2w`, `6m`, `1y`). null where it is none of these.
 */
export function readDays(typed: string, today: string): DayRange | null {
  const text = typed.normalize('NFKC').toLowerCase()
  const [first, last, ...others] = text.split('..')
  if (first !== undefined && last !== undefined && others.length === 0) {
    const [from, to] = [readDays(first, today), readDays(last, today)]
    return from && to && { from: from.from, to: to.to }
  }
  if (text === 'today' || text === '今天' || text === '今日') return { from: today, to: today }
  if (text === 'yesterday' || text === '昨天' || text === '昨日') {
    const before = shifted(today, -1)
    return { from: before, to: before }
  }
  const back = /^(\d{1,4})([dwmy])$/.exec(text)
  if (back) return { from: ago(today, Number(back[1]), back[2] ?? 'd'), to: today }
  return calendar(text)
}

function calendar(text: string): DayRange | null {
  const found = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/.exec(text)
  if (!found) return null
  const [, year = '', month, date] = found
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` }
  const number = Number(month)
  if (number < 1 || number > 12) return null
  const start = `${year}-${month.padStart(2, '0')}`
  const lastDay = new Date(Date.UTC(Number(year), number, 0)).getUTCDate()
  if (date === undefined) return { from: `${start}-01`, to: `${start}-${String(lastDay)}` }
  if (Number(date) < 1 || Number(date) > lastDay) return null
  const whole = `${start}-${date.padStart(2, '0')}`
  return { from: whole, to: whole }
}

function shifted(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * day).toISOString().slice(0, 10)
}

/** `7d` is today and the six days before. */
function ago(today: string, count: number, unit: string): string {
  if (unit === 'd') return shifted(today, 1 - count)
  if (unit === 'w') return shifted(today, 1 - count * 7)
  const date = new Date(`${today}T00:00:00Z`)
  const months = unit === 'y' ? count * 12 : count
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() - months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return date.toISOString().slice(0, 10)
}
