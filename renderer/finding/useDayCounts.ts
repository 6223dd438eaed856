import { useEffect, useState } from 'react'
import type { Bar } from './months.js'
import { daysIn } from './months.js'

/** The days of one month or two (`2026-11`, both included) with their photos, each counted by itself; null until they are. */
export function useDayCounts(
  months: { readonly from: string; readonly to: string } | null,
  countDay: (day: { from: string; to: string }) => Promise<number>,
): readonly Bar[] | null {
  const [counted, setCounted] = useState<{ key: string; bars: readonly Bar[] } | null>(null)
  const key = months === null ? null : `${months.from} ${months.to}`
  useEffect(() => {
    if (key === null) return
    let isWanted = true
    const count = async () => {
      const bars: Bar[] = []
      for (const day of [...new Set(key.split(' '))].flatMap(daysIn)) {
        const count = await countDay({ from: day, to: day })
        if (!isWanted) return
        bars.push({ name: day, from: day, to: day, count })
      }
      setCounted({ key, bars })
    }
    // Without their days, months stay a bar each.
    count().catch(() => undefined)
    return () => {
      isWanted = false
    }
  }, [key, countDay])
  // Those of the same months under other filters stand until the new ones have come.
  return key !== null && counted?.key === key ? counted.bars : null
}
