import { DateFormatter } from '@internationalized/date'
import { useTranslation } from 'react-i18next'
import type { DayRange, Facets } from '#contract'
import { orientations, rightsStates } from '#contract'
import type { ActiveFilter, ListedFilter } from './filters.js'
import { valuesOf } from './filters.js'

/** Colours that photo programs name labels by. */
export const labelColours = ['red', 'orange', 'yellow', 'green', 'blue', 'purple'] as const
/** Values that the language has words for. */
const spoken = [...orientations, ...rightsStates, 'pick', 'reject'] as const
const filtersSpoken: readonly ListedFilter[] = ['orientation', 'rights', 'flag']

/** How filters and their values are called in the interface's language. */
export function useLabels(facets: Facets | null) {
  const { t, i18n } = useTranslation('finding')

  /** A value's own label where it has one: a story's headline, a batch's time. */
  const valueLabel = (name: ListedFilter, value: string): string => {
    if (value === '') return t(name === 'flag' ? 'unflagged' : 'none')
    if (name === 'format') return value === 'raw' ? 'RAW' : value.toUpperCase()
    const word = filtersSpoken.includes(name) ? spoken.find((one) => one === value) : undefined
    if (word !== undefined) return t(`value${word}`)
    const colour = name === 'label' ? labelColours.find((one) => one === value.toLowerCase()) : undefined
    if (colour !== undefined) return t(`colour${colour}`)
    const known = facets === null ? undefined : valuesOf(facets, name).values.find((one) => one.value === value)
    if (name === 'batch') return momentLabel(known?.label ?? value, i18n.language)
    if (known !== undefined && known.label !== '') return known.label
    return name === 'story' || name === 'collection' ? t('untitled') : value
  }
  const monthLabel = (month: string) => nameOfMonth(month, i18n.language)
  const daysLabel = ({ from, to }: DayRange): string => {
    if (from !== null && to !== null) return from === to ? from : t('daysBetween', { from, to })
    if (from !== null) return t('daysFrom', { from })
    return t('daysTo', { to: to ?? '' })
  }
  /** What a chip says: the filter, and its value. */
  const chipLabel = (active: ActiveFilter): { filter: string; value: string } => {
    switch (active.kind) {
      case 'value':
        return { filter: t(`filter${active.name}`), value: valueLabel(active.name, active.value) }
      case 'days':
        return { filter: t(`filter${active.name}`), value: daysLabel(active.range) }
      case 'rating':
        return { filter: t('filterrating'), value: t('starsAtLeast', { stars: '★'.repeat(active.from) }) }
      case 'undated':
        return { filter: t('filtertaken'), value: t('undatedTick') }
      case 'used':
        return { filter: t('filterused'), value: t(active.used ? 'used' : 'unused') }
      case 'lacking':
        return { filter: t('filterlacking'), value: t(`lacking${active.which}`) }
    }
  }
  return { valueLabel, monthLabel, daysLabel, chipLabel }
}

/** A month or a year as the language writes it; `2026` or `2026-11`. */
export function nameOfMonth(month: string, language: string): string {
  const [year = 0, number] = month.split('-').map(Number)
  const options: Intl.DateTimeFormatOptions =
    number === undefined ? { year: 'numeric' } : { year: 'numeric', month: language === 'en' ? 'short' : 'long' }
  return new DateFormatter(language, { ...options, timeZone: 'UTC' }).format(
    new Date(Date.UTC(year, (number ?? 1) - 1, 1)),
  )
}

/** An import by its moment, where its label is one. */
function momentLabel(label: string, language: string): string {
  const moment = Date.parse(label)
  if (!/^\d{4}-\d{2}-\d{2}T/.test(label) || Number.isNaN(moment)) return label
  return new DateFormatter(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment))
}
