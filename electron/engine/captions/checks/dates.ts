import { numberOf } from '../positions/read-positions.js'
import type { Rule } from './check-photo.js'

interface WrittenDate {
  text: string
  /** null where the text does not say it. */
  year: number | null
  month: number | null
  day: number
}

const number = '\\d{1,4}|[一二三四五六七八九十〇零]{1,4}'
const full = new RegExp(
  `(?:(?<era>民國|民国)?(?<year>${number})年)?(?<month>${number})月(?<day>${number})[日號号]|(?<iso>\\d{4})[-/.](?<isoMonth>\\d{1,2})[-/.](?<isoDay>\\d{1,2})|[今昨][(（](?<only>\\d{1,2})[)）]日`,
  'gu',
)

/** Dates of a caption: 2026年11月2日, 11月2日, 民國115年…, 2026-11-02, 今(2)日. */
export function datesIn(text: string): WrittenDate[] {
  return Array.from(text.matchAll(full)).map(({ 0: written, groups = {} }) => {
    const { era, year, month, day, iso, isoMonth, isoDay, only } = groups
    if (only !== undefined) return { text: written, year: null, month: null, day: Number(only) }
    if (iso !== undefined) return { text: written, year: Number(iso), month: Number(isoMonth), day: Number(isoDay) }
    return {
      text: written,
      year: year === undefined ? null : yearOf(year, era !== undefined),
      month: numeral(month ?? ''),
      day: numeral(day ?? ''),
    }
  })
}

/** 二〇二六, 2026, and 115 or 民國一一五 of the Republic of China. */
function yearOf(text: string, isRoc: boolean): number {
  const year = /^[一二三四五六七八九〇零]{2,4}$/u.test(text)
    ? Number(Array.from(text, (digit) => '〇一二三四五六七八九'.indexOf(digit === '零' ? '〇' : digit)).join(''))
    : numeral(text)
  return isRoc || (year >= 50 && year < 200) ? year + 1911 : year
}

function numeral(text: string): number {
  return numberOf(text)
}

/** A date in the text against the day on which the photo was taken. One that fits is enough; file photos show another day. */
export const dateDiffers: Rule = ({ caption, creditParts, takenAt }) => {
  if (takenAt === null || creditParts?.some(({ kind }) => kind === 'file')) return []
  const [year, month, day] = takenAt.slice(0, 10).split('-').map(Number)
  const dates = datesIn(caption)
  const fits = (date: WrittenDate) =>
    date.day === day && (date.month === null || date.month === month) && (date.year === null || date.year === year)
  const [first] = dates
  if (first === undefined || dates.some(fits)) return []
  return [{ values: { written: first.text, taken: takenAt.slice(0, 10) }, fix: null }]
}
