import type { Numerals } from '#contract'
import type { Position } from './read-positions.js'

const rows = { front: '前排', middle: '中排' } as const
/** English words for places, by number. */
export const ordinals = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]

/**
 * A position as it stands behind a name: （左一）, （右4）, （前排左三）, （中）; in English “ (second left, front row)”. Empty where
 * there is nothing to say.
 */
export function printMarker(position: Position, numerals: Numerals, script: 'zh-Hans' | 'zh-Hant' | 'en'): string {
  const { row, side, ordinal } = position
  if (row === null && side === null) return ''
  if (script === 'en') return english(position)
  const number = ordinal === null ? '' : numerals === 'arabic' ? String(ordinal) : hanNumber(ordinal)
  const where = row === null ? '' : rowText(row, numerals, script)
  const which = side === null ? '' : side === 'left' ? '左' : side === 'right' ? '右' : '中'
  return `（${where}${which}${number}）`
}

function rowText(row: NonNullable<Position['row']>, numerals: Numerals, script: 'zh-Hans' | 'zh-Hant'): string {
  if (typeof row === 'number') return `第${numerals === 'arabic' ? String(row) : hanNumber(row)}排`
  return row === 'back' ? (script === 'zh-Hant' ? '後排' : '后排') : rows[row]
}

/** 1 to 99. */
function hanNumber(number: number): string {
  const digits = '零一二三四五六七八九'
  if (number < 10) return digits.charAt(number)
  const tens = Math.floor(number / 10)
  return `${tens === 1 ? '' : digits.charAt(tens)}十${number % 10 === 0 ? '' : digits.charAt(number % 10)}`
}

function english({ row, side, ordinal }: Position): string {
  const place = side === 'centre' ? 'centre' : side
  const counted = ordinal === null || ordinal === 1 ? place : `${ordinalOf(ordinal)} ${place ?? ''}`.trim()
  const where = row === null ? null : `${typeof row === 'number' ? ordinalOf(row) : row} row`
  return ` (${[counted, where].filter((part) => part !== null).join(', ')})`
}

function ordinalOf(number: number): string {
  const known = ordinals[number]
  if (known !== undefined) return known
  const isTeen = number % 100 > 10 && number % 100 < 14
  return `${number}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`
}
