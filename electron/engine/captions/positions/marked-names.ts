import type { Person, Region } from '#contract'
import { foldText } from '../credits/folded-text.js'
import { findNames, type Naming } from './find-names.js'
import { isTrueOf, type PlacedRegion, placeRegions } from './placed-regions.js'
import { type Marker, readMarkers, readRows, type Row } from './read-positions.js'

/** Somebody whom a caption names and who is boxed in the picture. */
export interface MarkedName {
  person: PlacedRegion
  naming: Naming
  /** The marker that stands behind the name. */
  marker: Marker | null
  /** The list that names them in order: 左起：甲、乙、丙. */
  row: Row | null
}

export interface CaptionPeople {
  names: MarkedName[]
  /** Named boxes of people whom the caption does not name, in reading order. */
  unmentioned: PlacedRegion[]
  /** Everybody with a box, in reading order. */
  placed: PlacedRegion[]
  /**
   * Whether those who are boxed are everybody whom the caption counts: every marker is one of theirs, and none counts further than
   * there are boxes.
   */
  complete: boolean
}

/** What may stand between a name and its marker: a title, and no other word. Folded. */
const between = /^[^\s,，。、;；:：!?！？()与和及跟]{0,6}$/u

/** Whom a caption names of those who are boxed, and what it says of where they stand. */
export function readCaptionPeople(
  caption: string,
  regions: readonly Region[],
  roster: readonly Person[],
): CaptionPeople {
  const placed = placeRegions(regions)
  const boxed = placed.filter(({ name }) => name !== '')
  const namings = findNames(
    caption,
    boxed.map(({ name }) => name),
    roster,
  )
  const { folded } = foldText(caption)
  const markers = new Map<Naming, Marker>()
  const all = readMarkers(caption)
  for (const marker of all) {
    const owner = namings.findLast(({ end }) => end <= marker.at)
    if (owner && between.test(folded.slice(owner.markAt, marker.at).trim())) markers.set(owner, marker)
  }
  const rows = readRows(caption)
  const names: MarkedName[] = []
  const unmentioned: PlacedRegion[] = []
  const seen = new Set<string>()
  for (const person of boxed) {
    if (seen.has(person.name)) continue
    seen.add(person.name)
    const own = namings.filter(({ name }) => name === person.name)
    const naming = own.find((each) => markers.has(each)) ?? own.find((each) => rowAt(rows, each) !== null) ?? own[0]
    if (naming === undefined) unmentioned.push(person)
    else {
      const marker = markers.get(naming) ?? null
      names.push({ person, naming, marker, row: marker === null ? rowAt(rows, naming) : null })
    }
  }
  const owned = names.filter(({ marker }) => marker !== null)
  const complete =
    owned.length === all.length &&
    owned.every(({ marker, person }) => marker?.ordinal == null || marker.ordinal <= person.count)
  return { names, unmentioned, placed, complete }
}

function rowAt(rows: readonly Row[], { at, end }: Naming): Row | null {
  return rows.find((row) => row.at <= at && end <= row.at + row.text.length) ?? null
}

/** Markers that do not say where their people stand, in the order of the text. */
export function wrongMarkers({ names, complete }: CaptionPeople): (MarkedName & { marker: Marker })[] {
  return names
    .filter(
      (each): each is MarkedName & { marker: Marker } =>
        each.marker !== null && !isTrueOf(each.marker, each.person, complete),
    )
    .sort((a, b) => a.marker.at - b.marker.at)
}

/** Lists in another order than people stand in, each with its people in the order of the text. */
export function wrongRows({ names }: CaptionPeople): { row: Row; listed: MarkedName[]; standing: MarkedName[] }[] {
  const rows = [...new Set(names.flatMap(({ row }) => (row === null ? [] : [row])))]
  return rows.flatMap((row) => {
    const listed = names.filter((each) => each.row === row).sort((a, b) => a.naming.at - b.naming.at)
    const standing = [...listed].sort((a, b) => a.person.order - b.person.order)
    if (row.from.side === 'right') standing.reverse()
    return standing.every((each, at) => each === listed[at]) ? [] : [{ row, listed, standing }]
  })
}
