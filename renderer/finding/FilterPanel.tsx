import type { ReactNode } from 'react'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Facets, PhotoFilters, PhotoQuery } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { DateFacet } from './DateFacet.js'
import { FacetSection } from './FacetSection.js'
import { FacetTicks } from './FacetTicks.js'
import type { FilterSection, ListedFilter, Narrowing } from './filters.js'
import { activeFilters, lackingToggled, lacks, toggled, valuesOf } from './filters.js'
import styles from './FilterPanel.module.css'
import { RatingFacet } from './RatingFacet.js'
import { Tick } from './Tick.js'
import { useLabels } from './useLabels.js'

interface FilterPanelProps {
  readonly facets: Facets | null
  /** The listing that is counted. */
  readonly query: Partial<PhotoQuery> & { readonly filters: PhotoFilters }
  readonly narrowing: Narrowing
  readonly onNarrow: (narrowing: Narrowing) => void
  /** Whether the listing itself is of photos that lack something; then that is no filter. */
  readonly listsLacking: boolean
  /** Sections unfolded. */
  readonly open: readonly string[]
  readonly onOpen: (open: string[]) => void
  /** More values are wanted than were counted. */
  readonly onWantMore: () => void
  /** Saved searches. */
  readonly children: ReactNode
}

const beforeRating = ['credit', 'creator', 'person', 'place', 'keyword', 'story', 'collection'] as const
const afterRating = ['label', 'format', 'orientation', 'camera'] as const
const lastOnes = ['rights', 'batch'] as const

/** Beside the sheet: what the photos found have in common, to narrow them by. */
export function FilterPanel(props: FilterPanelProps) {
  const { facets, query, narrowing, onNarrow, listsLacking, open, onOpen, onWantMore, children } = props
  const { filters, lacking } = narrowing
  const { t } = useTranslation('finding')
  const { valueLabel } = useLabels(facets)
  const active = useMemo(() => activeFilters(narrowing), [narrowing])
  const change = (changed: Partial<PhotoFilters>) => onNarrow({ filters: { ...filters, ...changed }, lacking })

  const countTaken = useCountDay(query, 'taken')
  const countImported = useCountDay(query, 'imported')

  const section = (id: FilterSection, number: number, content: () => ReactNode) => {
    const isOpen = open.includes(id)
    return (
      <FacetSection
        key={id}
        id={id}
        title={t(`filter${id}`)}
        active={number}
        isOpen={isOpen}
        onToggle={() => onOpen(isOpen ? open.filter((one) => one !== id) : [...open, id])}
      >
        {isOpen && (facets === null && id !== 'saved' ? <p className={styles.nothing}>{t('counting')}</p> : content())}
      </FacetSection>
    )
  }
  const listed = (name: Exclude<ListedFilter, 'flag'>) =>
    section(name, filters[name].length, () => {
      const { values, more } = facets === null ? { values: [], more: 0 } : valuesOf(facets, name)
      return (
        <FacetTicks
          name={name}
          title={t(`filter${name}`)}
          values={values}
          more={more}
          ticked={filters[name]}
          labelOf={(value) => valueLabel(name, value)}
          onToggle={(value) => onNarrow({ filters: toggled(filters, name, value), lacking })}
          onWantMore={onWantMore}
        />
      )
    })
  const dated = (kind: 'taken' | 'imported') =>
    section(kind, filters[kind] === null && !(kind === 'taken' && filters.undated) ? 0 : 1, () => (
      <DateFacet
        kind={kind}
        label={t(`filter${kind}`)}
        months={facets?.[kind].months ?? []}
        undated={kind === 'taken' ? (facets?.taken.undated ?? 0) : 0}
        range={filters[kind]}
        isUndated={kind === 'taken' && filters.undated}
        // A photo without a date is in no range of days.
        onUndated={(undated) => change({ undated, taken: null })}
        onRange={(range) => change(kind === 'taken' ? { taken: range, undated: false } : { imported: range })}
        countDay={kind === 'taken' ? countTaken : countImported}
      />
    ))
  const numberOf = (kind: 'lacking') => active.filter((one) => one.kind === kind).length

  return (
    <aside className={styles.panel} aria-label={t('filters')} data-testid="filter-panel">
      {section('saved', 0, () => children)}
      {dated('taken')}
      {dated('imported')}
      {beforeRating.map(listed)}
      {section('rating', (filters.rating === null ? 0 : 1) + filters.flag.length, () => (
        <RatingFacet
          rating={facets?.rating ?? []}
          from={filters.rating}
          onFrom={(rating) => change({ rating })}
          flags={facets?.flag ?? []}
          ticked={filters.flag}
          labelOf={(value) => valueLabel('flag', value)}
          onFlag={(value) => onNarrow({ filters: toggled(filters, 'flag', value), lacking })}
        />
      ))}
      {afterRating.map(listed)}
      {!listsLacking &&
        section('lacking', numberOf('lacking'), () => (
          <div className={styles.ticks} role="group" aria-label={t('filterlacking')}>
            {(['caption', 'credit'] as const).map((which) => (
              <Tick
                key={which}
                label={t(`lacking${which}`)}
                count={facets?.missing[which] ?? null}
                isOn={lacks(lacking, which)}
                onToggle={() => onNarrow({ filters, lacking: lackingToggled(lacking, which) })}
                testId={`tick-lacking-${which}`}
              />
            ))}
          </div>
        ))}
      {section('used', filters.used === null ? 0 : 1, () => (
        <div className={styles.ticks} role="group" aria-label={t('filterused')}>
          {([true, false] as const).map((used) => (
            <Tick
              key={String(used)}
              label={t(used ? 'used' : 'unused')}
              count={facets?.used[used ? 'used' : 'unused'] ?? null}
              isOn={filters.used === used}
              onToggle={() => change({ used: filters.used === used ? null : used })}
              testId={`tick-${used ? 'used' : 'unused'}`}
            />
          ))}
        </div>
      ))}
      {lastOnes.map(listed)}
    </aside>
  )
}

/** Counts the photos of one day among those that everything but the range itself leaves. */
export function useCountDay(
  query: Partial<PhotoQuery> & { readonly filters: PhotoFilters },
  kind: 'taken' | 'imported',
): (day: { from: string; to: string }) => Promise<number> {
  return useCallback(
    async (day) => {
      const ofDay = { ...query, filters: { ...query.filters, [kind]: day } }
      return (await invoke('photos.ids', { query: ofDay, offset: 0, limit: 1 })).total
    },
    [query, kind],
  )
}
