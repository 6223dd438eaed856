import type { RefObject } from 'react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { ScrollPace } from './scroll-pace.js'
import styles from './ScrollTime.module.css'

interface ScrollTimeProps {
  readonly scroller: RefObject<HTMLElement | null>
  readonly pace: ScrollPace
  /** Where years begin, in parts of the listing. */
  readonly years: readonly { readonly year: string; readonly part: number }[]
  /** The time of what stands at the top. */
  readonly timeAt: () => string | null
}

/** Milliseconds that the time stays when the scrolling has slowed down. */
const stays = 600
/** Least distance of two years' marks, in parts of the height. */
const apart = 0.035

/** Beside the scrollbar: while the listing flies past, the time that is being passed, and where the years begin. */
export function ScrollTime({ scroller, pace, years, timeAt }: ScrollTimeProps) {
  const isFast = useSyncExternalStore(pace.subscribe, pace.current)
  const [shown, setShown] = useState<{ time: string; part: number } | null>(null)
  const latest = useRef(timeAt)
  useEffect(() => {
    latest.current = timeAt
  })
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    if (!isFast) {
      const timer = setTimeout(() => setShown(null), stays)
      return () => clearTimeout(timer)
    }
    const tell = () => {
      const time = latest.current()
      const room = element.scrollHeight - element.clientHeight
      setShown(time === null || room <= 0 ? null : { time, part: element.scrollTop / room })
    }
    tell()
    element.addEventListener('scroll', tell, { passive: true })
    return () => element.removeEventListener('scroll', tell)
  }, [isFast, scroller])
  if (shown === null) return null
  const marks = years.filter(({ part }, n) => n === 0 || part - (years[n - 1]?.part ?? 0) >= apart)
  return (
    <div className={styles.rail} aria-hidden="true">
      {marks.length > 1 &&
        marks.map(({ year, part }) => (
          <span key={year} className={styles.year} style={{ top: `${part * 100}%` }}>
            {year}
          </span>
        ))}
      <span className={styles.time} style={{ top: `${shown.part * 100}%` }} data-testid="scroll-time">
        {shown.time}
      </span>
    </div>
  )
}
