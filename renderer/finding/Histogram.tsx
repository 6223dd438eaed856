import { DateFormatter } from '@internationalized/date'
import type { PointerEvent } from 'react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components'
import type { DayRange } from '#contract'
import styles from './Histogram.module.css'
import type { Bar } from './months.js'
import { barsWithin } from './months.js'
import { nameOfMonth } from './useLabels.js'

interface HistogramProps {
  readonly label: string
  readonly bars: readonly Bar[]
  /** Whether the bars are all there is: choosing them all then chooses nothing in particular. */
  readonly isWhole: boolean
  readonly range: DayRange | null
  readonly onRange: (range: DayRange | null) => void
  /** Pixels. */
  readonly height: number
}

/**
 * Photos over time: dragging over bars chooses their days, a click on the one that is chosen lets go of it, and two thumbs below do
 * the same by keys.
 */
export function Histogram({ label, bars, isWhole, range, onRange, height }: HistogramProps) {
  const { t, i18n } = useTranslation('finding')
  const chart = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null)
  const [over, setOver] = useState<number | null>(null)
  /** Where thumbs stand while they are moved. */
  const [moved, setMoved] = useState<readonly number[] | null>(null)
  const chosen =
    drag === null
      ? barsWithin(bars, range)
      : { first: Math.min(drag.from, drag.to), last: Math.max(drag.from, drag.to) }
  const highest = Math.max(1, ...bars.map(({ count }) => count))
  const last = bars.length - 1

  const choose = (one: number, other: number) => {
    const [from, to] = [bars[Math.min(one, other)], bars[Math.max(one, other)]]
    if (from === undefined || to === undefined) return
    const isAll = isWhole && from === bars[0] && to === bars[last]
    const isAgain = from === to && range?.from === from.from && range.to === to.to
    onRange(isAll || isAgain ? null : { from: from.from, to: to.to })
  }
  const barAt = ({ clientX }: PointerEvent): number => {
    const box = chart.current?.getBoundingClientRect()
    if (box === undefined || box.width === 0) return 0
    return Math.max(0, Math.min(last, Math.floor(((clientX - box.left) / box.width) * bars.length)))
  }
  const barName = (at: number) => nameOfDays(bars[at]?.name ?? '', i18n.language)
  const countText = (count: number) =>
    t('photos', { count, number: new Intl.NumberFormat(i18n.language).format(count) })
  const told = over ?? drag?.to ?? null
  const toldBar = told === null ? undefined : bars[told]
  const [first, end] = moved ?? [chosen?.first ?? 0, chosen?.last ?? last]

  return (
    <div className={styles.histogram}>
      <div
        ref={chart}
        className={styles.chart}
        style={{ height }}
        aria-hidden="true"
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          const at = barAt(event)
          setDrag({ from: at, to: at })
        }}
        onPointerMove={(event) => {
          const at = barAt(event)
          setOver(at)
          if (drag !== null && drag.to !== at) setDrag({ ...drag, to: at })
        }}
        onPointerLeave={() => setOver(null)}
        onPointerUp={() => {
          if (drag !== null) choose(drag.from, drag.to)
          setDrag(null)
        }}
        onPointerCancel={() => setDrag(null)}
        data-testid="histogram"
      >
        {bars.map(({ name, count }, at) => (
          <span
            key={name}
            className={styles.slot}
            data-over={over === at}
            data-out={chosen !== null && (at < chosen.first || at > chosen.last)}
          >
            <span
              className={styles.bar}
              style={{ height: count === 0 ? 0 : Math.max(2, Math.round((count / highest) * (height - 2))) }}
            />
          </span>
        ))}
      </div>
      {bars.length > 1 && (
        <Slider
          aria-label={label}
          className={styles.slider ?? ''}
          minValue={0}
          maxValue={last}
          value={[first ?? 0, end ?? last]}
          onChange={(next: number | number[]) => {
            if (typeof next !== 'number') setMoved(next)
          }}
          onChangeEnd={(next: number | number[]) => {
            setMoved(null)
            if (typeof next !== 'number') choose(next[0] ?? 0, next[1] ?? last)
          }}
        >
          <SliderTrack className={styles.track ?? ''}>
            <SliderThumb
              index={0}
              className={styles.thumb ?? ''}
              aria-label={t('rangeFrom', { name: barName(first ?? 0) })}
            />
            <SliderThumb
              index={1}
              className={styles.thumb ?? ''}
              aria-label={t('rangeTo', { name: barName(end ?? last) })}
            />
          </SliderTrack>
        </Slider>
      )}
      <div className={styles.names}>
        {toldBar === undefined || told === null ? (
          <>
            <span>{barName(0)}</span>
            {last > 0 && <span>{barName(last)}</span>}
          </>
        ) : (
          <span className={styles.told}>
            {barName(told)} · {countText(toldBar.count)}
          </span>
        )}
      </div>
    </div>
  )
}

/** A bar's name: a year, a month, or a day. */
export function nameOfDays(name: string, language: string): string {
  if (name === '') return ''
  if (name.length <= 7) return nameOfMonth(name, language)
  return new DateFormatter(language, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${name}T00:00:00Z`),
  )
}
