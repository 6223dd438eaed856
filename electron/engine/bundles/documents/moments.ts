/** A moment as a camera or a desk states it, `2026-11-02T14:03:05+08:00`, taken apart. */
const whole = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/

/**
 * As RFC 3339 writes it, with the offset that it states; null where it states none, is a day alone, or no day of the calendar. Whose
 * clock it was is not guessed.
 */
export function statedMoment(moment: string | null): string | null {
  const [, year, month, day, hour, minute, second = '00', part = '', offset] = whole.exec(moment ?? '') ?? []
  if (offset === undefined || !isDay(Number(year), Number(month), Number(day))) return null
  if (!isOffset(offset)) return null
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${part}${offset}`
}

/** The same for what the desk itself has set (an embargo): without an offset, the desk's own clock counts. */
export function deskMoment(moment: string | null): string | null {
  const stated = statedMoment(moment)
  if (stated !== null || moment === null) return stated
  if (/(Z|[+-]\d\d:\d\d)$/.test(moment) && moment.includes('T')) return null
  const [year = 0, month = 0, day = 0] = moment.slice(0, 10).split('-').map(Number)
  if (!isDay(year, month, day)) return null
  const time = new Date(moment.includes('T') ? moment : `${moment}T00:00:00`)
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function isOffset(offset: string): boolean {
  const [, hours = '0', minutes = '0'] = /^[+-](\d\d):(\d\d)$/.exec(offset) ?? []
  return Number(hours) < 24 && Number(minutes) < 60
}
