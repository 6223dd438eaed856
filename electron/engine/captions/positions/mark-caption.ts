import type { HouseStyle, Person, Region } from '#contract'
import { convertScript } from '../rewriting/convert-script.js'
import { isTrueOf } from './placed-regions.js'
import { type CaptionPeople, type MarkedName, readCaptionPeople, wrongMarkers, wrongRows } from './marked-names.js'
import { printMarker } from './print-marker.js'
import type { Position } from './read-positions.js'

/** How markers are written; the desk's house style, or null where it has none. */
export type MarkerStyle = Pick<HouseStyle, 'numerals' | 'script'> | null

export interface CaptionPiece {
  text: string
  added: boolean
}

export interface MarkedCaption {
  /** The caption with its markers, in pieces that tell what is new. */
  pieces: CaptionPiece[]
  /** Named boxes of people whom it still does not name. */
  unmentioned: string[]
}

interface Edit {
  at: number
  end: number
  text: string
}

/**
 * A caption with position markers behind the names that stand in it. Wrong markers and lists in a wrong order are put right, true ones
 * written as the house does; the last person without one needs none. A caption that names nobody who is boxed gets a list of them.
 */
export function markCaption(
  caption: string,
  regions: readonly Region[],
  style: MarkerStyle,
  roster: readonly Person[],
): MarkedCaption {
  const people = readCaptionPeople(caption, regions, roster)
  const print = printerFor(caption, regions, style)
  if (people.names.length === 0) return withList(caption, people, print)
  const edits = people.names.flatMap((each) => markerEdit(caption, each, print))
  // 梁江兵（左）、高愚民（中）、關懿: who is left needs no words.
  const bare = people.names.filter(({ marker, row }) => marker === null && row === null)
  const isOnlyOne = bare.length === 1 && people.names.length > 1 && people.unmentioned.length === 0
  const othersStand = people.names.every(({ marker, person }) => marker === null || isTrueOf(marker, person, true))
  const kept = isOnlyOne && othersStand ? edits.filter(({ at }) => at !== bare[0]?.naming.markAt) : edits
  return {
    pieces: piecesOf(caption, [...kept, ...wrongRows(people).flatMap((row) => reorder(caption, row))]),
    unmentioned: people.unmentioned.map(({ name }) => name),
  }
}

/** The caption with what is wrong in it put right and nothing else done; null where that is for somebody to decide. */
export function correctPositions(
  caption: string,
  regions: readonly Region[],
  style: MarkerStyle,
  roster: readonly Person[],
): string | null {
  const people = readCaptionPeople(caption, regions, roster)
  if (!people.complete) return null
  const print = printerFor(caption, regions, style)
  const markers = wrongMarkers(people).flatMap((each) => markerEdit(caption, each, print))
  const rows = wrongRows(people).flatMap((row) => reorder(caption, row))
  return textOf(piecesOf(caption, [...markers, ...rows]))
}

/** Markers of all people in reading order, by place in `regions`. */
export function markersOf(
  caption: string,
  regions: readonly Region[],
  style: MarkerStyle,
): { region: number; name: string; marker: string }[] {
  const print = printerFor(caption, regions, style)
  const { placed } = readCaptionPeople('', regions, [])
  return placed.map((person) => ({ region: person.region, name: person.name, marker: print(person).trim() }))
}

export function textOf(pieces: readonly CaptionPiece[]): string {
  return pieces.map(({ text }) => text).join('')
}

type Script = HouseStyle['script']
type Print = ((position: Position) => string) & { script: Script }

/** The house's script, but for texts of the other kind: no English in a Chinese caption, and no Chinese in an English one. */
function printerFor(caption: string, regions: readonly Region[], style: MarkerStyle): Print {
  const text = /\p{L}/u.test(caption) ? caption : regions.map(({ name }) => name).join('')
  const isChinese = /\p{Script=Han}/u.test(text)
  const own = convertScript(text, 'zh-Hans', []) === text && convertScript(text, 'zh-Hant', []) !== text
  const chinese = style === null || style.script === 'en' ? (own ? 'zh-Hans' : 'zh-Hant') : style.script
  const script: Script = isChinese ? chinese : 'en'
  const numerals = style?.numerals ?? 'han'
  return Object.assign((position: Position) => printMarker(position, numerals, script), { script })
}

function markerEdit(caption: string, { person, naming, marker, row }: MarkedName, print: Print): Edit[] {
  if (row !== null) return []
  const wanted = print(person)
  if (marker === null) return wanted === '' ? [] : [{ at: naming.markAt, end: naming.markAt, text: wanted }]
  // 右二 is as true as 左三 of four; what is true is only written as the house does. Where there are rows, it must tell which.
  const isTold = isTrueOf(marker, person, true) && (person.row === null || marker.row !== null)
  const printed = isTold ? print(marker) : wanted
  const isSpaced = /\s$/u.test(caption.slice(0, marker.at))
  return [{ at: marker.at, end: marker.at + marker.text.length, text: isSpaced ? printed.trimStart() : printed }]
}

/** 左起：甲、乙、丙 with the people in the order in which they stand, each with the title that they have there. */
function reorder(caption: string, { row, listed, standing }: ReturnType<typeof wrongRows>[number]): Edit[] {
  const begin = (each: MarkedName, at: number) => {
    const from = at === 0 ? row.at : (listed[at - 1]?.naming.end ?? row.at)
    const gap = caption.slice(from, each.naming.at)
    return from + (/^.*(?:[、,，:：為为是]|依次|分別|分别|[與与和](?=[^與与和]*$))/su.exec(gap)?.[0].length ?? 0)
  }
  const spans = listed.map((each, at) => ({ at: begin(each, at), end: each.naming.end }))
  // 理事甲、乙、丙: one title for all of them.
  const isShared = spans.slice(1).every(({ at }, before) => at === listed[before + 1]?.naming.at)
  return listed.flatMap((each, at) => {
    const other = listed.indexOf(standing[at] ?? each)
    const from = isShared ? listed[other]?.naming : spans[other]
    const to = isShared ? each.naming : spans[at]
    if (from === undefined || to === undefined || other === at) return []
    return [{ at: to.at, end: to.end, text: caption.slice(from.at, from.end) }]
  })
}

function withList(caption: string, { placed, unmentioned }: CaptionPeople, print: Print): MarkedCaption {
  if (unmentioned.length === 0) return { pieces: piecesOf(caption, []), unmentioned: [] }
  const marked = unmentioned.map((person) => person.name + (placed.length > 1 ? print(person) : ''))
  const isEnglish = print.script === 'en'
  const list = isEnglish ? `${marked.join(', ')}.` : `${introduction(caption, print.script)}${marked.join('、')}。`
  const before = caption.trimEnd()
  const isOpen = before !== '' && !/[。！？!?.…][”’」』"）)]*$/u.test(before)
  const joint = before === '' ? '' : `${isOpen ? (isEnglish ? '.' : '。') : ''}${isEnglish ? ' ' : ''}`
  const edit = { at: before.length, end: before.length, text: joint + list }
  return { pieces: piecesOf(caption, [edit]), unmentioned: [] }
}

/** 圖為甲（左）、乙（右）。 unless the caption says so already. */
function introduction(caption: string, script: Script): string {
  if (/[圖图][為为是中]/u.test(caption)) return ''
  return script === 'zh-Hant' ? '圖為' : '图为'
}

/** The text after edits that do not overlap; what they write anew is told apart. */
function piecesOf(text: string, edits: readonly Edit[]): CaptionPiece[] {
  const pieces: CaptionPiece[] = []
  let at = 0
  for (const edit of [...edits].sort((a, b) => a.at - b.at)) {
    if (edit.at < at || text.slice(edit.at, edit.end) === edit.text) continue
    pieces.push({ text: text.slice(at, edit.at), added: false }, { text: edit.text, added: true })
    at = edit.end
  }
  pieces.push({ text: text.slice(at), added: false })
  return pieces.filter((piece) => piece.text !== '')
}
