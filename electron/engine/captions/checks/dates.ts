import { foldText } from '../credits/folded-text.js'
import { numberOf } from '../positions/read-positions.js'
import type { Rule } from './check-photo.js'

interface WrittenDate {
  text: string
  /** null where the text does not say it. */
  year: number | null
  month: number | null
  day: number
  /** The last day of 11月2日至5日; null where one day is meant. */
  until: { month: number | null; day: number } | null
}

const number = '(?:\\d{1,4}|[一二三四五六七八九十廿卅〇零]{1,4})'
const year = `(?:(?<era>民国)? ?(?<year>${number}) ?年 ?)?`
const until = `(?:[日号]? ?(?:至|到|-|~) ?(?:(?<untilMonth>${number}) ?月 ?)?(?<untilDay>${number}) ?)?`
const iso =
  '(?<!\\d)(?<iso>\\d{4})(?<sign>[-/.·])(?<isoMonth>0?[1-9]|1[0-2])\\k<sign>(?<isoDay>[12]\\d|3[01]|0?[1-9])(?!\\d)'
// The lunar calendar says another day.
const full = new RegExp(
  `(?<!农历|旧历|阴历|夏历)(?<![\\d一二三四五六七八九十])${year}(?<month>${number}) ?月 ?(?<day>${number}) ?${until}[日号]|${iso}|[今昨] ?\\((?<only>\\d{1,2})\\) ?日`,
  'gu',
)

/** Dates of a caption: 2026年11月2日, 11月2日, 民國115年…, 2026-11-02, 今(2)日, 11月2日至5日. */
export function datesIn(caption: string): WrittenDate[] {
  return Array.from(foldText(caption).folded.matchAll(full)).map(({ index, 0: match, groups = {} }): WrittenDate => {
    const text = caption.slice(index, index + match.length)
    const { era, year, month, day, untilMonth, untilDay, iso, isoMonth, isoDay, only } = groups
    if (only !== undefined) return { text, year: null, month: null, day: Number(only), until: null }
    if (iso !== undefined) {
      return { text, year: Number(iso), month: Number(isoMonth), day: Number(isoDay), until: null }
    }
    return {
      text,
      year: year === undefined ? null : yearOf(year, era !== undefined),
      month: numeral(month ?? ''),
      day: numeral(day ?? ''),
      until:
        untilDay === undefined
          ? null
          : { month: untilMonth === undefined ? null : numeral(untilMonth), day: numeral(untilDay) },
    }
  })
}

/** 二〇二六, 2026, 26, and 115 or 民國一一五 of the Republic of China. */
function yearOf(text: string, isRoc: boolean): number {
  const year = /^[一二三四五六七八九〇零]{2,4}$/u.test(text)
    ? Number(Array.from(text, (digit) => '〇一二三四五六七八九'.indexOf(digit === '零' ? '〇' : digit)).join(''))
    : numeral(text)
  if (isRoc || (year >= 50 && year < 200)) return year + 1911
  return year < 50 ? year + 2000 : year
}

function numeral(text: string): number {
  return numberOf(text.replace('廿', '二十').replace('卅', '三十'))
}

/** A date in the text against the day on which the photo was taken. One that fits is enough; file photos show another day. */
export const dateDiffers: Rule = ({ caption, creditParts, takenAt }) => {
  if (takenAt === null || creditParts?.some(({ kind }) => kind === 'file')) return []
  const taken = takenAt.slice(0, 10)
  const dates = datesIn(caption)
  const [first] = dates
  if (first === undefined || dates.some((date) => covers(date, taken))) return []
  return [{ values: { written: first.text, taken }, fix: null }]
}

/** Whether a day, `YYYY-MM-DD`, is the one written or lies between the two written. What is not said fits any. */
function covers(date: WrittenDate, taken: string): boolean {
  const [year = 0, month = 0, day = 0] = taken.split('-').map(Number)
  const { until } = date
  const isDay = date.day === day && (date.month === null || date.month === month)
  if (until === null || date.month === null) return isDay && (date.year === null || date.year === year)
  const at = month * 100 + day
  const from = date.month * 100 + date.day
  const to = (until.month ?? date.month) * 100 + until.day
  if (to >= from) return at >= from && at <= to && (date.year === null || date.year === year)
  // 12月28日至1月3日 goes into the next year.
  return (
    (at >= from && (date.year === null || date.year === year)) ||
    (at <= to && (date.year === null || date.year + 1 === year))
  )
}
