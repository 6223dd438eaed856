import type { Person, Region } from '#contract'
import { correctPositions, type MarkerStyle } from './mark-caption.js'
import { readCaptionPeople, wrongMarkers, wrongRows } from './marked-names.js'

/** Something a caption says of where people stand that the boxes in the picture do not. */
export interface Disagreement {
  /** The marker, or the beginning of a list. */
  marker: string
  /** Whom it speaks of. */
  name: string
}

/**
 * Where a caption and the boxes in its picture disagree, and the caption put right; null where others than those who are boxed are
 * counted, so that nobody can tell.
 */
export function positionDisagreements(
  caption: string,
  regions: readonly Region[],
  style: MarkerStyle,
  roster: readonly Person[],
): { found: Disagreement[]; fixed: string | null } {
  if (regions.length < 2 || caption === '') return { found: [], fixed: null }
  const people = readCaptionPeople(caption, regions, roster)
  const found = [
    ...wrongMarkers(people).map(({ marker, person }) => ({ marker: marker.text, name: person.name })),
    ...wrongRows(people).map(({ row, listed }) => ({
      marker: row.text.slice(0, 12),
      name: listed[0]?.person.name ?? '',
    })),
  ]
  if (found.length === 0) return { found, fixed: null }
  const fixed = correctPositions(caption, regions, style, roster)
  return { found, fixed: fixed === caption ? null : fixed }
}
