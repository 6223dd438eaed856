import { useEffect, useRef, useState } from 'react'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import { useStable } from '../ui/useStable.js'

export interface Counts {
  readonly all: number
  readonly caption: number
  readonly credit: number
  readonly original: number
}

/** How many photos there are, and how many lack caption or credit; null until they have been counted. */
export function useMissingCounts(): Counts | null {
  const [counts, setCounts] = useState<Counts | null>(null)
  const state = useRef({ underway: false, again: false })

  const countUntilSettled = async () => {
    do {
      state.current = { underway: true, again: false }
      try {
        const [all, caption, credit, original] = await Promise.all([
          total(null),
          total('caption'),
          total('credit'),
          total('original'),
        ])
        setCounts({ all, caption, credit, original })
      } catch {
        // The sheet says why photos cannot be read; here the numbers just stay as they were.
      }
    } while (state.current.again)
    state.current.underway = false
  }
  const count = useStable(() => {
    // An import tells of photos many times a second; one count at a time will do.
    if (state.current.underway) state.current.again = true
    else void countUntilSettled()
  })
  useEffect(count, [count])
  useEvent('photos.changed', count)
  useEvent('archive.changed', count)
  return counts
}

async function total(missing: 'caption' | 'credit' | 'original' | null): Promise<number> {
  return (await invoke('photos.ids', { query: { missing }, offset: 0, limit: 1 })).total
}
