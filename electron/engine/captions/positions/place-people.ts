import type { Position } from './read-positions.js'

/** Somebody marked in a picture: the middle of a box or a point, from the top left, 0 to 1. */
export interface MarkedPerson {
  name: string
  x: number
  y: number
  /** Of the box, in parts of the picture's height; absent for a point. */
  height?: number
}

/** So far apart, in parts of the picture's height, points stand in different rows. */
const rowGap = 0.15
/** Boxes stand in different rows where they are apart by this many heights of the usual box, and never for less than that. */
const boxGap = 1.1
const leastGap = 0.04

/**
 * Where each marked person stands, as a caption says it, in reading order: rows from front to back, each from the left. One alone needs
 * no words; two are 左 and 右, three 左, 中, 右, more 左一 to 左n with 右一 for the last.
 */
export function placePeople<P extends MarkedPerson>(people: readonly P[]): (P & Position)[] {
  const rows = rowsOf(people)
  return rows.flatMap((row, at) =>
    row.map((person, place) => ({ ...person, row: rowName(at, rows.length), ...sideOf(place, row.length) })),
  )
}

/** People by rows from front to back, each from the left. */
export function rowsOf<P extends MarkedPerson>(people: readonly P[]): P[][] {
  const upwards = [...people].sort((a, b) => b.y - a.y)
  const gap = gapOf(people)
  const rows: P[][] = []
  for (const person of upwards) {
    const row = rows.at(-1)
    const last = row?.at(-1)
    if (row && last && last.y - person.y <= gap) row.push(person)
    else rows.push([person])
  }
  // Each would hold two people or more; fewer are one row standing unevenly.
  const sound = rows.length > 1 && rows.every((row) => row.length >= 2) ? rows : [upwards]
  return sound.map((row) => row.sort((a, b) => a.x - b.x))
}

/** The name of a row counted from the front, which is the lowest in the picture; null where it is the only one. */
export function rowName(at: number, count: number): Position['row'] {
  if (count === 1) return null
  if (at === 0) return 'front'
  if (at === count - 1) return 'back'
  return count === 3 ? 'middle' : at + 1
}

function sideOf(place: number, count: number): Pick<Position, 'side' | 'ordinal'> {
  const isLast = place === count - 1
  if (count === 1) return { side: null, ordinal: null }
  if (count <= 3) return { side: place === 0 ? 'left' : isLast ? 'right' : 'centre', ordinal: null }
  return isLast ? { side: 'right', ordinal: 1 } : { side: 'left', ordinal: place + 1 }
}

/** Faces tell how far apart rows can be: those of a crowd are small, and so are the steps that it stands on. */
function gapOf(people: readonly MarkedPerson[]): number {
  const heights = people.map(({ height = 0 }) => height).sort((a, b) => a - b)
  const usual = heights[Math.floor(heights.length / 2)] ?? 0
  return usual === 0 ? rowGap : Math.min(rowGap, Math.max(leastGap, usual * boxGap))
}
