import { useTranslation } from 'react-i18next'
import type { DayRange, Facets, PhotoFilters, PhotoQuery } from '#contract'
import { Button } from '../ui/Button.js'
import { DateFacet } from './DateFacet.js'
import { useCountDay } from './FilterPanel.js'
import type { Narrowing } from './filters.js'
import { toggled } from './filters.js'
import styles from './Overview.module.css'

interface OverviewProps {
  readonly facets: Facets | null
  readonly query: Partial<PhotoQuery> & { readonly filters: PhotoFilters }
  readonly narrowing: Narrowing
  readonly onNarrow: (narrowing: Narrowing) => void
  /** Goes to the photos themselves. */
  readonly onShow: () => void
}

/** When and where photos were taken, to choose from: a timeline over all of them, and their places by name. */
export function Overview({ facets, query, narrowing, onNarrow, onShow }: OverviewProps) {
  const { t, i18n } = useTranslation('finding')
  const countDay = useCountDay(query, 'taken')
  const number = new Intl.NumberFormat(i18n.language)
  const { filters, lacking } = narrowing
  const setTaken = (taken: DayRange | null) => onNarrow({ filters: { ...filters, taken }, lacking })
  if (facets === null) return <div className={styles.overview}>{t('counting')}</div>
  const { values, more } = facets.values.place
  const named = values.filter(({ value }) => value !== '')
  const highest = Math.max(1, ...named.map(({ count }) => count))
  return (
    <div className={styles.overview} data-testid="overview">
      <section className={styles.time}>
        <header className={styles.head}>
          <h2>{t('timeline')}</h2>
          <Button onPress={onShow} isDisabled={facets.total === 0}>
            {t('showPhotos', { count: facets.total, number: number.format(facets.total) })}
          </Button>
        </header>
        <DateFacet
          kind="taken"
          label={t('filtertaken')}
          months={facets.taken.months}
          undated={facets.taken.undated}
          range={filters.taken}
          onRange={setTaken}
          countDay={countDay}
          height={150}
        />
      </section>
      <section>
        <header className={styles.head}>
          <h2>{t('places')}</h2>
          <span>{t(named.length > 0 ? 'placesHint' : 'noPlaces')}</span>
        </header>
        <ul className={styles.places}>
          {named.map(({ value, label, count }) => (
            <li key={value}>
              <button
                type="button"
                className={styles.place}
                aria-pressed={filters.place.includes(value)}
                onClick={() => {
                  onNarrow({ filters: toggled(filters, 'place', value), lacking })
                  if (!filters.place.includes(value)) onShow()
                }}
                data-testid="place"
              >
                <span className={styles.share} style={{ width: `${(count / highest) * 100}%` }} />
                <span className={styles.name}>{label === '' ? value : label}</span>
                <span className={styles.count}>{number.format(count)}</span>
              </button>
            </li>
          ))}
        </ul>
        {more > 0 && <p>{t('morePlaces', { number: number.format(more) })}</p>}
      </section>
    </div>
  )
}
