import type { Region } from '#contract'
import { rowName, rowsOf, placePeople, type MarkedPerson } from './place-people.js'
import type { Position } from './read-positions.js'

/** Somebody boxed in a picture, with where they stand among all who are boxed. */
export interface PlacedRegion extends Position {
  /** Place in the photo's regions, from 0. */
  region: number
  name: string
  /** Place in the row from the left, from 0, and how many stand in it. */
  place: number
  count: number
  /** How many rows there are. */
  rows: number
  /** Place in reading order, from 0. */
  order: number
}

/** Everybody boxed, in reading order: rows from front to back, each from the left. Boxes without a name count as somebody. */
export function placeRegions(regions: readonly Region[]): PlacedRegion[] {
  const people = regions.map(({ name, x, y, width, height }, region) => ({
    name,
    region,
    x: x + width / 2,
    y: y + height / 2,
    height,
  }))
  const rows = rowsOf<MarkedPerson & { region: number }>(people)
  const said = new Map(placePeople(people).map((person) => [person.region, person]))
  const placed = rows.flatMap((row, at) =>
    row.map(({ region, name }, place) => ({
      region,
      name: name.trim(),
      row: rowName(at, rows.length),
      side: said.get(region)?.side ?? null,
      ordinal: said.get(region)?.ordinal ?? null,
      place,
      count: row.length,
      rows: rows.length,
    })),
  )
  return placed.map((person, order) => ({ ...person, order }))
}

/** Who is seen, in reading order: names of the boxes, then who stood in `people` before and has no box. */
export function peopleOf(regions: readonly Region[], people: readonly string[]): string[] {
  const boxed = placeRegions(regions).flatMap(({ name }) => (name === '' ? [] : [name]))
  return [...new Set([...boxed, ...people])]
}

/**
 * Whether a marker says where somebody stands. `strict` takes those who are boxed for everybody whom the caption counts; otherwise
 * others may stand between them, and only what no number of others can make true is wrong.
 */
export function isTrueOf(marker: Position, person: PlacedRegion, strict: boolean): boolean {
  const { row, side } = marker
  const ordinal = marker.ordinal ?? 1
  if (row !== null && person.rows > 1 && !sameRow(row, person)) return false
  if (side === null || person.count === 1) return true
  const fromRight = person.count - person.place
  if (side === 'centre') {
    const isInside = person.place > 0 && fromRight > 1
    return !strict || (isInside && Math.abs(person.place - (person.count - 1) / 2) < 1)
  }
  const own = side === 'left' ? person.place + 1 : fromRight
  return strict ? ordinal === own : ordinal >= own
}

/** 前排 is also the first row, and 第三排 of three the last. */
function sameRow(row: NonNullable<Position['row']>, { row: own, rows }: PlacedRegion): boolean {
  const numberOf = (name: Position['row']) =>
    name === 'front' ? 1 : name === 'back' ? rows : name === 'middle' ? (rows === 3 ? 2 : -1) : name
  return numberOf(row) === numberOf(own)
}
