import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Facets, Photo } from '#contract'
import type { ListQuery } from '../contact-sheet/usePhotoList.js'
import { monthsWithin } from './day-groups.js'
import { nameOfDays } from './Histogram.js'
import { monthAt, yearMarks } from './months.js'

/** What time places of a listing belong to, and where its years begin; without times where it is not ordered by one. */
export function useSheetTime(query: ListQuery, facets: Facets | null) {
  const { i18n } = useTranslation()
  const { sort, filters } = query
  return useMemo(() => {
    if (facets === null || (sort !== 'taken' && sort !== 'imported')) return { timeAt: null, years: [] }
    const months = monthsWithin(facets[sort].months, filters[sort]).toReversed()
    const timeAt = (at: number, photo: Photo | undefined): string | null => {
      const day = sort === 'taken' ? photo?.takenAt?.slice(0, 10) : photo?.importedAt.slice(0, 10)
      // Of photos that have not been fetched the month alone is known.
      const time = day ?? (photo === undefined ? monthAt(months, at) : null)
      return time === null ? null : nameOfDays(time, i18n.language)
    }
    return { timeAt, years: yearMarks(months, facets.total) }
  }, [sort, filters, facets, i18n.language])
}
