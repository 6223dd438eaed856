import { CameraTime } from '#contract'

/** A moment (CameraTime) read from what somebody typed; `problem` says which part cannot be. */
export type ReadTime =
  | { readonly ok: true; readonly value: string | null }
  | { readonly ok: false; readonly problem: 'form' | 'day' | 'time' | 'offset' }

const form =
  /^(?<year>\d{4})\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})\s*日?(?:\s*T?\s*(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2}(?:\.\d{1,6})?))?\s*(?<offset>Z|[+-]\d{1,2}(?::?\d{2})?)?)?$/iu

/** A moment (CameraTime) as the date box shows it: `2026-11-02 14:03:05 +08:00`; time and offset only where they are known. */
export function cameraTimeText(time: string | null): string {
  if (time === null) return ''
  return time.replace('T', ' ').replace(/(Z|[+-]\d{2}:\d{2})$/, ' $1')
}

/**
 * Reads a date with an optional time and offset: `2026-11-02`, `2026/11/2 14:03`, `2026年11月2日 14:03:05 +08:00`, full-width
 * digits too. Empty text is null, no date. Days that no calendar has are refused.
 */
export function readCameraTime(text: string): ReadTime {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return { ok: true, value: null }
  const groups = form.exec(plain)?.groups
  if (groups === undefined) return { ok: false, problem: 'form' }
  const { year = '', month = '', day = '', hour, minute = '', second, offset } = groups
  if (!isDay(Number(year), Number(month), Number(day))) return { ok: false, problem: 'day' }
  const date = `${year}-${two(month)}-${two(day)}`
  if (hour === undefined) return { ok: true, value: date }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) >= 60) return { ok: false, problem: 'time' }
  const zone = offset === undefined ? '' : readOffset(offset)
  if (zone === null) return { ok: false, problem: 'offset' }
  const seconds = second === undefined ? '' : `:${two(second)}`
  const value = CameraTime.safeParse(`${date}T${two(hour)}:${two(minute)}${seconds}${zone}`)
  return value.success ? { ok: true, value: value.data } : { ok: false, problem: 'form' }
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  // Day 0 of the next month is the last day of this one; setFullYear, because years below 100 mean 19xx elsewhere.
  const last = new Date(Date.UTC(2000, month, 0))
  last.setUTCFullYear(year, month, 0)
  return day <= last.getUTCDate()
}

/** `+8`, `+0800` and `+08:00` as `+08:00`; null beyond what clocks on earth show (-12:00 to +14:00). */
function readOffset(offset: string): string | null {
  if (offset.toUpperCase() === 'Z') return 'Z'
  const [, sign = '', hours = '', minutes = '00'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset) ?? []
  const total = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  if (Number(minutes) > 59 || total < -12 * 60 || total > 14 * 60) return null
  return `${sign}${two(hours)}:${minutes}`
}

function two(digits: string): string {
  const [whole = '', fraction] = digits.split('.')
  return fraction === undefined ? whole.padStart(2, '0') : `${whole.padStart(2, '0')}.${fraction}`
}
