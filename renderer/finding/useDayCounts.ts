import { useEffect, useState } from 'react'
import type { Bar } from './months.js'
import { daysIn } from './months.js'

/** The days of a month with their photos, each counted by itself; null until they are, and of no month. */
export function useDayCounts(
  month: string | null,
  countDay: (day: { from: string; to: string }) => Promise<number>,
): readonly Bar[] | null {
  const [counted, setCounted] = useState<{ month: string; bars: readonly Bar[] } | null>(null)
  useEffect(() => {
    if (month === null) return
    let isWanted = true
    const count = async () => {
      const bars: Bar[] = []
      for (const day of daysIn(month)) {
        const count = await countDay({ from: day, to: day })
        if (!isWanted) return
        bars.push({ name: day, from: day, to: day, count })
      }
      setCounted({ month, bars })
    }
    // Without its days, the month stays one bar.
    count().catch(() => undefined)
    return () => {
      isWanted = false
    }
  }, [month, countDay])
  // Those of the same month under other filters stand until the new ones have come.
  return month !== null && counted?.month === month ? counted.bars : null
}
