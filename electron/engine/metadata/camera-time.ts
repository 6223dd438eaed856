import { CameraTime } from '#contract'

/** A zone as metadata write it: `+08:00`, `+0800` or `Z`. */
const zone = '(?<zone>Z|[+-]\\d{2}:?\\d{2})?'
/** EXIF writes `2026:11:02 14:03:05`, XMP `2026-11-02T14:03:05.25+08:00` or less of it. */
const moment = new RegExp(
  `^(?<year>\\d{4})[:-](?<month>\\d{2})[:-](?<day>\\d{2})(?:[ T](?<time>\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)\\s*${zone})?$`,
)

/**
 * A date as EXIF, IIM or XMP state it, as the contract's CameraTime. `offset` is EXIF's OffsetTimeOriginal, which stands
 * in a tag of its own. Null for what is no date: `0000:00:00 00:00:00`, a month of 13, the 31st of April, a year alone.
 */
export function toCameraTime(value: string | undefined, offset?: string): string | null {
  const parts = moment.exec(value?.trim() ?? '')?.groups
  if (!parts) return null
  const { year = '', month = '', day = '', time } = parts
  if (year === '0000' || !isDay(Number(year), Number(month), Number(day))) return null
  const date = `${year}-${month}-${day}`
  if (time === undefined) return date
  const known = toOffset(parts.zone) ?? toOffset(offset) ?? ''
  const parsed = CameraTime.safeParse(`${date}T${atMostMicroseconds(time)}${known}`)
  return parsed.success ? parsed.data : date
}

/** The parts of a CameraTime as the tags of a file want them. */
export interface TimeTags {
  /** `2026:11:02 14:03:05`, where a time of day is known. */
  exif?: string
  /** `+08:00`, where an offset is known. */
  offset?: string
  /** Digits after the second's point. */
  subSeconds?: string
  /** XMP states what is known and no more: a date, a date with time, with offset. */
  xmp: string
  /** IIM 2:55, `2026:11:02`. */
  iimDate: string
  /** IIM 2:60, `14:03:05+08:00`: the standard demands the offset, so none is written where none is known. */
  iimTime?: string
}

/** Takes a valid CameraTime. */
export function timeTags(cameraTime: string): TimeTags {
  const [date = '', clock] = cameraTime.split('T')
  const exifDate = date.replaceAll('-', ':')
  if (clock === undefined) return { xmp: date, iimDate: exifDate }
  const [, minutes = '', seconds = '00', subSeconds, writtenZone] =
    /^(\d{2}:\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}:\d{2})?$/.exec(clock) ?? []
  const time = `${minutes}:${seconds}`
  const offset = writtenZone === 'Z' ? '+00:00' : writtenZone
  return {
    exif: `${exifDate} ${time}`,
    xmp: `${date}T${time}${subSeconds === undefined ? '' : `.${subSeconds}`}${offset ?? ''}`,
    iimDate: exifDate,
    ...(subSeconds === undefined ? {} : { subSeconds }),
    ...(offset === undefined ? {} : { offset, iimTime: `${time}${offset}` }),
  }
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function toOffset(value: string | undefined): string | undefined {
  const parts = /^([+-]\d{2}):?(\d{2})$/.exec(value?.trim() ?? '')
  return parts ? `${parts[1] ?? ''}:${parts[2] ?? ''}` : value?.trim() === 'Z' ? 'Z' : undefined
}

function atMostMicroseconds(time: string): string {
  return time.replace(/(\.\d{6})\d+$/, '$1')
}
