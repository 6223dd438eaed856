import { useTranslation } from 'react-i18next'
import type { Facets } from '#contract'
import { CrossIcon } from '../ui/icons.js'
import type { Narrowing } from './filters.js'
import { activeFilters, noNarrowing } from './filters.js'
import styles from './FoundBar.module.css'
import { useLabels } from './useLabels.js'

interface ActiveFiltersProps {
  readonly facets: Facets | null
  readonly narrowing: Narrowing
  readonly onNarrow: (narrowing: Narrowing) => void
}

/** What narrows the listing, each to be taken away by itself. */
export function ActiveFilters({ facets, narrowing, onNarrow }: ActiveFiltersProps) {
  const { t } = useTranslation('finding')
  const { chipLabel } = useLabels(facets)
  const active = activeFilters(narrowing)
  if (active.length === 0) return null
  return (
    <ul className={styles.chips} aria-label={t('activeFilters')} data-testid="active-filters">
      {active.map((one) => {
        const { filter, value } = chipLabel(one)
        return (
          <li key={`${filter} ${value}`}>
            <button
              type="button"
              className={styles.chip}
              aria-label={t('removeFilter', { filter, value })}
              onClick={() => onNarrow(one.rest)}
              data-testid="filter-chip"
            >
              <span className={styles.chipName}>{filter}</span>
              <span className={styles.chipValue}>{value}</span>
              <CrossIcon />
            </button>
          </li>
        )
      })}
      <li>
        <button
          type="button"
          className={styles.clear}
          onClick={() => onNarrow(noNarrowing)}
          data-testid="clear-filters"
        >
          {t('clearAll')}
        </button>
      </li>
    </ul>
  )
}
