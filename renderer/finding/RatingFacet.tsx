import { useTranslation } from 'react-i18next'
import type { FacetValue } from '#contract'
import { atLeast } from './filters.js'
import styles from './FilterPanel.module.css'
import { Tick } from './Tick.js'

interface RatingFacetProps {
  readonly rating: readonly FacetValue[]
  readonly from: number | null
  readonly onFrom: (from: number | null) => void
  readonly flags: readonly FacetValue[]
  readonly ticked: readonly string[]
  readonly labelOf: (flag: string) => string
  readonly onFlag: (flag: string) => void
}

/** Stars as a filter, so many and more, and what was picked or rejected. */
export function RatingFacet({ rating, from, onFrom, flags, ticked, labelOf, onFlag }: RatingFacetProps) {
  const { t, i18n } = useTranslation('finding')
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <>
      <div className={styles.stars} role="group" aria-label={t('filterrating')}>
        {[1, 2, 3, 4, 5].map((stars) => {
          const count = atLeast(rating, stars)
          const label = t('starsCount', { stars, count: number.format(count) })
          return (
            <button
              key={stars}
              type="button"
              className={styles.star}
              aria-pressed={from === stars}
              aria-label={label}
              title={label}
              data-lit={from !== null && stars <= from}
              onClick={() => onFrom(from === stars ? null : stars)}
              data-testid={`stars-${stars}`}
            >
              <span>★</span>
              <span className={styles.starCount}>{number.format(count)}</span>
            </button>
          )
        })}
      </div>
      <div className={styles.ticks} role="group" aria-label={t('filterflag')}>
        {(['pick', 'reject'] as const).map((flag) => (
          <Tick
            key={flag}
            label={labelOf(flag)}
            count={flags.find(({ value }) => value === flag)?.count ?? 0}
            isOn={ticked.includes(flag)}
            onToggle={() => onFlag(flag)}
            testId={`tick-flag-${flag}`}
          />
        ))}
      </div>
    </>
  )
}
