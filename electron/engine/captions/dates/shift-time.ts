/**
 * A CameraTime so many minutes later (earlier where negative), by the wall clock it is told in: a camera whose clock was wrong was wrong
 * by its own clock. Offset and fractions of a second stay. A day alone moves by whole days only; null where it cannot be moved so.
 */
export function shiftTime(time: string, minutes: number): string | null {
  const [, day = '', clock, seconds = '', offset = ''] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})((?::\d{2}(?:\.\d+)?)?)(.*))?$/u.exec(time) ?? []
  if (day === '') return null
  if (clock === undefined && minutes % (24 * 60) !== 0) return null
  // As if the wall clock were UTC: every day has 24 hours there.
  const moved = new Date(Date.parse(`${day}T${clock ?? '00:00'}Z`) + minutes * 60_000)
  const text = Number.isNaN(moved.getTime()) ? '' : moved.toISOString()
  // Years that need more than four digits are no camera's.
  if (!/^\d{4}-/u.test(text)) return null
  return clock === undefined ? text.slice(0, 10) : `${text.slice(0, 16)}${seconds}${offset}`
}
