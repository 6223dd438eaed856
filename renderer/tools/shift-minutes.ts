import { readCameraTime } from '../caption/camera-time-text.js'

/**
 * By how many minutes a photo's time is wrong, by the wall clock, when it was really taken at what somebody typed; null where that or the
 * photo's own time names no time of day. Seconds do not count.
 */
export function minutesBetween(takenAt: string | null, typed: string): number | null {
  const read = readCameraTime(typed)
  if (!read.ok || read.value === null || takenAt === null) return null
  const [from, to] = [takenAt, read.value].map((time) => Date.parse(`${time.slice(0, 16)}Z`))
  const timed = takenAt.length >= 16 && read.value.length >= 16
  return timed && from !== undefined && to !== undefined && !Number.isNaN(to - from) ? (to - from) / 60_000 : null
}
