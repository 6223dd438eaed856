import { DateFormatter } from '@internationalized/date'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Facets, PhotoQuery } from '#contract'
import { invoke } from '../bridge/bridge.js'
import type { Group } from '../contact-sheet/sheet-rows.js'
import type { ListQuery } from '../contact-sheet/usePhotoList.js'
import type { TimeGroup } from './day-groups.js'
import { isCut, monthsAt, monthsWithin, timeGroups } from './day-groups.js'
import { nameOfDays } from './Histogram.js'
import { LatestAnswer } from './latest-answer.js'
import { daysIn } from './months.js'

/** Months counted at once; the sheet shows few. */
const mostMonths = 4

interface Counted {
  /** The listing and the counts that the days belong to. */
  readonly query: ListQuery
  readonly days: ReadonlyMap<string, readonly TimeGroup[]>
}

/**
 * A listing's days, for one that is ordered by time: months at first, and those on the screen by days as soon as they are counted.
 * null while nothing has been counted, and where `isWanted` is false.
 */
export function useDayGroups(
  query: ListQuery,
  facets: Facets | null,
  total: number | null,
  isWanted: boolean,
): { groups: readonly Group[] | null; onLook: ((first: number, last: number) => void) | undefined } {
  const { t, i18n } = useTranslation('finding')
  const kind = query.sort === 'imported' ? 'imported' : 'taken'
  const range = query.filters[kind]
  const [counted, setCounted] = useState<Counted>({ query, days: new Map() })
  const [sight, setSight] = useState<{ first: number; last: number }>({ first: 0, last: 0 })
  const latest = useRef<LatestAnswer<
    { query: ListQuery; months: readonly string[] },
    ReadonlyMap<string, readonly TimeGroup[]>
  > | null>(null)
  useEffect(() => {
    const asker = new LatestAnswer(
      (asked: { query: ListQuery; months: readonly string[] }) => countDays(asked.query, asked.months),
      (found, asked) =>
        setCounted((before) => ({
          query: asked.query,
          days: new Map([...(before.query === asked.query ? before.days : []), ...found]),
        })),
    )
    latest.current = asker
    return () => asker.stop()
  }, [])

  const months = useMemo(
    () => (facets === null || !isWanted ? null : monthsWithin(facets[kind].months, range)),
    [facets, isWanted, kind, range],
  )
  // Days that do not add up to their month are of before something changed, and counted again.
  const days = useMemo(() => {
    if (counted.query !== query || months === null) return new Map<string, readonly TimeGroup[]>()
    const counts = new Map(months.map(({ month, count }) => [month, count]))
    return new Map(
      [...counted.days].filter(
        ([month, ofMonth]) =>
          isCut(month, range) || ofMonth.reduce((sum, { count }) => sum + count, 0) === counts.get(month),
      ),
    )
  }, [counted, query, months, range])
  const timed = useMemo(
    () => (months === null || total === null ? null : timeGroups(months, days, total)),
    [months, days, total],
  )
  const wanted =
    timed === null
      ? []
      : monthsAt(timed, sight.first, sight.last)
          .filter((month) => !days.has(month))
          .slice(0, mostMonths)
  const key = wanted.join(' ')
  useEffect(() => {
    if (key !== '') latest.current?.put({ query, months: key.split(' ') }, 40)
  }, [query, key, facets])

  const groups = useMemo(
    () =>
      timed?.map(({ key: time, count }) => ({
        key: time,
        label: time === '' ? t('undatedGroup') : labelOf(time, i18n.language),
        count,
      })) ?? null,
    [timed, t, i18n.language],
  )
  const onLook = useCallback((first: number, last: number) => setSight({ first, last }), [])
  // What is on the screen matters where days are told apart, and costs a drawing of everything around it.
  return { groups, onLook: isWanted ? onLook : undefined }
}

function labelOf(time: string, language: string): string {
  if (time.length <= 7) return nameOfDays(time, language)
  return new DateFormatter(language, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${time}T00:00:00Z`))
}

async function countDays(
  query: ListQuery,
  months: readonly string[],
): Promise<ReadonlyMap<string, readonly TimeGroup[]>> {
  const kind = query.sort === 'imported' ? 'imported' : 'taken'
  const { from = null, to = null } = query.filters[kind] ?? {}
  const found = new Map<string, readonly TimeGroup[]>()
  for (const month of months) {
    const days = daysIn(month).filter((day) => (from === null || day >= from) && (to === null || day <= to))
    const counts = await Promise.all(
      days.map((day) => countOf({ ...query, filters: { ...query.filters, [kind]: { from: day, to: day } } })),
    )
    found.set(
      month,
      days.flatMap((day, n) => ((counts[n] ?? 0) > 0 ? [{ key: day, count: counts[n] ?? 0 }] : [])).toReversed(),
    )
  }
  return found
}

async function countOf(query: Partial<PhotoQuery>): Promise<number> {
  return (await invoke('photos.ids', { query, offset: 0, limit: 1 })).total
}
