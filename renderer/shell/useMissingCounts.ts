import { useEffect, useRef, useState } from 'react'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'

export interface Counts {
  readonly all: number
  readonly caption: number
  readonly credit: number
}

/** How many photos there are, and how many lack caption or credit; null until they have been counted. */
export function useMissingCounts(): Counts | null {
  const [counts, setCounts] = useState<Counts | null>(null)
  const state = useRef({ underway: false, again: false })

  const count = () => {
    // An import tells of photos many times a second; one count at a time will do.
    if (state.current.underway) {
      state.current.again = true
      return
    }
    state.current = { underway: true, again: false }
    Promise.all([total(null), total('caption'), total('credit')])
      .then(([all, caption, credit]) => setCounts({ all, caption, credit }))
      // The sheet says why photos cannot be read; here the numbers just stay as they were.
      .catch(() => undefined)
      .finally(() => {
        const { again } = state.current
        state.current = { underway: false, again: false }
        if (again) count()
      })
  }
  useEffect(count, [])
  useEvent('photos.changed', count)
  useEvent('archive.changed', count)
  return counts
}

async function total(missing: 'caption' | 'credit' | null): Promise<number> {
  return (await invoke('photos.ids', { query: { missing }, offset: 0, limit: 1 })).total
}
