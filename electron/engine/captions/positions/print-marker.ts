import type { Position } from './read-positions.js'

export type Numerals = 'han' | 'arabic'

const rows = { front: '前排', middle: '中排' } as const
const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/**
 * A position as it stands behind a name: （左一）, （右4）, （前排左三）, （中）; in English “ (second left, front row)”. Empty where
 * there is nothing to say.
 */
export function printMarker(position: Position, numerals: Numerals, script: 'zh-Hans' | 'zh-Hant' | 'en'): string {
  const { row, side, ordinal } = position
  if (row === null && side === null) return ''
  if (script === 'en') return english(position)
  const number = ordinal === null ? '' : numerals === 'arabic' ? String(ordinal) : hanNumber(ordinal)
  const where = row === null ? '' : row === 'back' ? (script === 'zh-Hant' ? '後排' : '后排') : rows[row]
  const which = side === null ? '' : side === 'left' ? '左' : side === 'right' ? '右' : '中'
  return `（${where}${which}${number}）`
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
  const counted =
    ordinal === null || ordinal === 1 ? place : `${ordinals[ordinal] ?? `${ordinal}th`} ${place ?? ''}`.trim()
  return ` (${[counted, row === null ? null : `${row} row`].filter((part) => part !== null).join(', ')})`
}
