import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayRange } from '#contract'
import styles from './FilterPanel.module.css'
import { Histogram } from './Histogram.js'
import type { Bar, MonthCount } from './months.js'
import { barsOf, monthAfter } from './months.js'
import { Tick } from './Tick.js'
import { useDayCounts } from './useDayCounts.js'

interface DateFacetProps {
  readonly kind: 'taken' | 'imported'
  readonly label: string
  readonly months: readonly MonthCount[]
  /** Photos without a date. */
  readonly undated: number
  /** Whether only these are listed. */
  readonly isUndated?: boolean
  readonly onUndated?: (undated: boolean) => void
  readonly range: DayRange | null
  readonly onRange: (range: DayRange | null) => void
  /** What the days of a month are counted among: everything but this range. */
  readonly countDay: (day: { from: string; to: string }) => Promise<number>
  /** Of the bars, pixels. */
  readonly height?: number
}

/** Days as a filter: a histogram to drag over, which goes from years to months to days, and the two days as such. */
export function DateFacet({
  kind,
  label,
  months,
  undated,
  range,
  onRange,
  countDay,
  height = 54,
  isUndated = false,
  onUndated,
}: DateFacetProps) {
  const { t, i18n } = useTranslation('finding')
  /** The months chosen to be shown; null for all. */
  const [zoomed, setWithin] = useState<{ from: string; to: string } | null>(null)
  const [only, ...others] = months
  const last = others.at(-1)?.month ?? only?.month
  // Two bars tell nothing: of so few months their days are shown.
  const isNarrow = only !== undefined && last !== undefined && last <= monthAfter(only.month, 1)
  const within = zoomed ?? (isNarrow ? { from: only.month, to: last } : null)
  const days = useDayCounts(within !== null && within.to <= monthAfter(within.from, 1) ? within : null, countDay)
  const bars: readonly Bar[] = days ?? barsOf(months, within)
  const chosen = range === null ? null : { from: range.from?.slice(0, 7), to: range.to?.slice(0, 7) }
  const from = chosen?.from ?? months[0]?.month
  const to = chosen?.to ?? months.at(-1)?.month
  const canZoom =
    chosen !== null &&
    from !== undefined &&
    to !== undefined &&
    (within === null || from > within.from || to < within.to)
  if (months.length === 0 && undated === 0 && range === null) return <p className={styles.nothing}>{t('noValues')}</p>
  return (
    <>
      {bars.length > 0 && (
        <Histogram
          label={label}
          bars={bars}
          isWhole={zoomed === null}
          range={range}
          onRange={onRange}
          height={height}
        />
      )}
      <div className={styles.days}>
        <DayBox
          label={t('from')}
          day={range?.from ?? null}
          onDay={(day) => onRange(rangeOf(day, range?.to ?? null))}
          testId={`${kind}-from`}
        />
        <span aria-hidden="true">–</span>
        <DayBox
          label={t('to')}
          day={range?.to ?? null}
          onDay={(day) => onRange(rangeOf(range?.from ?? null, day))}
          testId={`${kind}-to`}
        />
      </div>
      {onUndated !== undefined && (undated > 0 || isUndated) && (
        <Tick
          label={t('undatedTick')}
          count={undated}
          isOn={isUndated}
          onToggle={() => onUndated(!isUndated)}
          testId="tick-undated"
        />
      )}
      <div className={styles.dateFoot}>
        {undated > 0 && onUndated === undefined && (
          <span>{t('undated', { count: undated, number: new Intl.NumberFormat(i18n.language).format(undated) })}</span>
        )}
        {canZoom && (
          <button type="button" className={styles.more} onClick={() => setWithin({ from, to })}>
            {t('zoomIn')}
          </button>
        )}
        {zoomed !== null && (
          <button type="button" className={styles.more} onClick={() => setWithin(null)}>
            {t('zoomOut')}
          </button>
        )}
      </div>
    </>
  )
}

function rangeOf(from: string | null, to: string | null): DayRange | null {
  if (from === null && to === null) return null
  return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to }
}

interface DayBoxProps {
  readonly label: string
  readonly day: string | null
  readonly onDay: (day: string | null) => void
  readonly testId: string
}

/** A box for one day. What is being typed counts when the box is left, as a year of one digit is a day as well. */
function DayBox({ label, day, onDay, testId }: DayBoxProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const settle = () => {
    if (typed !== null && typed !== (day ?? '')) onDay(typed === '' ? null : typed)
    setTyped(null)
  }
  return (
    <input
      type="date"
      className={styles.dayBox}
      aria-label={label}
      title={label}
      value={typed ?? day ?? ''}
      min="1800-01-01"
      max="2999-12-31"
      data-undo="native"
      onChange={(event) => setTyped(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle()
      }}
      data-testid={testId}
    />
  )
}
