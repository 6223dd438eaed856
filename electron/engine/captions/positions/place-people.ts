import type { Position } from './read-positions.js'

/** Somebody marked in a picture: the middle of a box or a point, from the top left, 0 to 1. */
export interface MarkedPerson {
  name: string
  x: number
  y: number
}

/** So far apart, in parts of the picture's height, people stand in different rows. */
const rowGap = 0.15

/**
 * Where each marked person stands, as a caption says it, in reading order: rows from front to back, each from the left. One alone needs
 * no words; two are 左 and 右, three 左, 中, 右, more 左一 to 左n with 右一 for the last.
 */
export function placePeople(people: readonly MarkedPerson[]): (MarkedPerson & Position)[] {
  const rows = rowsOf(people)
  return rows.flatMap((row, at) => {
    // The lowest in the picture stand in front.
    const name = rows.length === 1 ? null : at === 0 ? 'front' : at === rows.length - 1 ? 'back' : 'middle'
    return row.map((person, place) => ({ ...person, row: name, ...sideOf(place, row.length) }))
  })
}

function sideOf(place: number, count: number): Pick<Position, 'side' | 'ordinal'> {
  const isLast = place === count - 1
  if (count === 1) return { side: null, ordinal: null }
  if (count <= 3) return { side: place === 0 ? 'left' : isLast ? 'right' : 'centre', ordinal: null }
  return isLast ? { side: 'right', ordinal: 1 } : { side: 'left', ordinal: place + 1 }
}

/** Rows are parted where heights leave a gap and each would hold two people or more; fewer are one row standing unevenly. */
function rowsOf(people: readonly MarkedPerson[]): MarkedPerson[][] {
  const upwards = [...people].sort((a, b) => b.y - a.y)
  const rows: MarkedPerson[][] = []
  for (const person of upwards) {
    const row = rows.at(-1)
    const last = row?.at(-1)
    if (row && last && last.y - person.y <= rowGap) row.push(person)
    else rows.push([person])
  }
  const sound = rows.length > 1 && rows.every((row) => row.length >= 2) ? rows : [upwards]
  return sound.map((row) => row.sort((a, b) => a.x - b.x))
}
