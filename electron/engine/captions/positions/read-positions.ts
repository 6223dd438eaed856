import { foldText } from '../credits/folded-text.js'
import { readEnglishMarkers } from './read-english-markers.js'

/** Where somebody stands, as a caption says it. */
export interface Position {
  /** A number counts from the front, where there are more than three: 第二排. */
  row: 'front' | 'middle' | 'back' | number | null
  side: 'left' | 'right' | 'centre' | null
  /** Counted from that side, from 1. */
  ordinal: number | null
}

export interface Marker extends Position {
  /** As it is written, brackets included: （前排左三）. */
  text: string
  /** Offset of it in the caption, UTF-16 units. */
  at: number
  /** Characters right before it, back to a sign: a name with or without a title. */
  named: string
}

/** 左起第二 is the second from the left, as 左二 is. */
const place =
  '(?<row>前排|后排|中排|第[一二三四五六七八九十]{1,3}排|第\\d{1,2}排|前|后)?(?:(?<side>左|右|中间|中|正中)(?:(?:起)?第?(?<ordinal>[一二三四五六七八九十]{1,3}|\\d{1,2})(?:位|个)?)?)?'
const bracketed = new RegExp(`\\((?:图)?${place}\\)`, 'gu')
/** What a name with its title may be made of. */
const before = /[^、,，。;；:：!?！？()（）\n\s“”"「」『』]{1,24}$/u

/**
 * Every position marker in brackets, in the order of the text: （左一） (右4) （前排左三） （中） (前), (second left, front row). A mere
 * （图） or （集团） is none.
 */
export function readMarkers(caption: string): Marker[] {
  const { folded } = foldText(caption)
  const chinese = Array.from(folded.matchAll(bracketed)).flatMap(({ index, 0: text, groups = {} }): Marker[] => {
    const position = positionOf(groups)
    if (position === null) return []
    return [
      {
        ...position,
        text: caption.slice(index, index + text.length),
        at: index,
        named: namedBefore(caption, index),
      },
    ]
  })
  const english = readEnglishMarkers(folded).map((found): Marker => ({
    ...found,
    text: caption.slice(found.at, found.at + found.text.length),
    named: namedBefore(caption, found.at).trim(),
  }))
  return [...chinese, ...english].sort((a, b) => a.at - b.at)
}

function namedBefore(caption: string, at: number): string {
  return before.exec(caption.slice(0, at))?.[0] ?? ''
}

export interface Row {
  from: Position
  /** How many places the words announce: 左一至三 are three; null where they only say where it begins. */
  announced: number | null
  names: string[]
  at: number
  text: string
}

const range =
  /(?<row>前排|后排|中排|第[一二三四五六七八九十]{1,3}排|第\d{1,2}排)?(?<side>左|右)(?:(?<first>[一二三四五六七八九十]|\d{1,2})(?:至|到|-|—)(?:左|右)?(?<last>[一二三四五六七八九十]|\d{1,2})|起)(?:依次|分别)?(?:为|是)?[:：]?(?<names>[^。;\n]{2,200})/gu

/** People listed from one side: 左起：甲、乙、丙; 左一至三依次為理事甲、乙、丙. */
export function readRows(caption: string): Row[] {
  const { folded } = foldText(caption)
  return Array.from(folded.matchAll(range)).flatMap(({ index, 0: text, groups = {} }): Row[] => {
    const { row, side, first, last, names = '' } = groups
    const end = index + text.length
    const list = caption.slice(end - names.length, end).split(/[、,，]|和|與|与/u)
    const people = list.map((name) => name.trim()).filter((name) => name !== '')
    if (people.length < 2) return []
    const from = positionOf({ row, side, ordinal: first })
    const announced = first === undefined || last === undefined ? null : numberOf(last) - numberOf(first) + 1
    return from === null ? [] : [{ from, announced, names: people, at: index, text: caption.slice(index, end) }]
  })
}

function positionOf(groups: Record<string, string | undefined>): Position | null {
  const { row, side, ordinal } = groups
  if (row === undefined && side === undefined) return null
  return {
    row: row === undefined ? null : rowOf(row),
    side: side === undefined ? null : side === '左' ? 'left' : side === '右' ? 'right' : 'centre',
    ordinal: ordinal === undefined ? null : numberOf(ordinal),
  }
}

function rowOf(row: string): NonNullable<Position['row']> {
  if (row.startsWith('第')) return numberOf(row.slice(1, -1))
  return row.startsWith('前') ? 'front' : row.startsWith('后') ? 'back' : 'middle'
}

const digits = '零一二三四五六七八九'

/** 十二 is 12, as 12 is. */
export function numberOf(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text)
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text]
  const ten = text.includes('十') ? (tens === '' ? 1 : digits.indexOf(tens)) : 0
  return ten * 10 + (ones === '' ? 0 : digits.indexOf(ones))
}
