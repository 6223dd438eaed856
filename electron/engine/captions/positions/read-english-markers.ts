import { ordinals } from './print-marker.js'
import type { Position } from './read-positions.js'

const places = ordinals.filter((word) => word !== '').join('|')
const side = `(?:(?:(?<place>${places}|\\d{1,2}(?:st|nd|rd|th))(?: from)?(?: the)? |far )?(?<side>left|right)|(?<centre>centre|center|middle))`
const row = `(?<row>front|middle|back|${places}|\\d{1,2}(?:st|nd|rd|th)) row`
const marker = new RegExp(`\\((?:${side}(?:, ${row})?|${row.replace('row>', 'onlyRow>')})\\)`, 'giu')

/** Markers in brackets of a folded text: (left), (second from left), (third right, front row), (back row). */
export function readEnglishMarkers(folded: string): (Position & { text: string; at: number })[] {
  return Array.from(folded.matchAll(marker), ({ index, 0: text, groups = {} }) => ({
    row: rowOf(groups.row ?? groups.onlyRow),
    side: groups.centre === undefined ? sideOf(groups.side) : 'centre',
    ordinal: groups.place === undefined ? null : numberOf(groups.place),
    text,
    at: index,
  }))
}

function sideOf(word: string | undefined): 'left' | 'right' | null {
  if (word === undefined) return null
  return word.toLowerCase() === 'left' ? 'left' : 'right'
}

function rowOf(word: string | undefined): Position['row'] {
  const row = word?.toLowerCase()
  if (row === undefined) return null
  return row === 'front' || row === 'middle' || row === 'back' ? row : numberOf(row)
}

function numberOf(word: string): number {
  const known = ordinals.indexOf(word.toLowerCase())
  return known > 0 ? known : Number.parseInt(word, 10)
}
