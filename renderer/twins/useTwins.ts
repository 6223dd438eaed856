import { useCallback, useEffect, useRef, useState } from 'react'
import type { CommandOutput } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'

/** Groups that are fetched at once: what is decided makes room for others. */
const most = 50

/** Groups of near duplicates, kept up to date. `found` is null until they are known for the first time. */
export function useTwins(): {
  found: CommandOutput<'twins.list'> | null
  error: CutlineError | null
  /** Resolves when the groups are told anew, or why they cannot be. */
  reload: () => Promise<void>
} {
  const [told, setTold] = useState<{ found: CommandOutput<'twins.list'> | null; error: CutlineError | null }>({
    found: null,
    error: null,
  })
  const latest = useRef(0)
  const reload = useCallback(async () => {
    const turn = ++latest.current
    try {
      const found = await invoke('twins.list', { limit: most })
      if (turn === latest.current) setTold({ found, error: null })
    } catch (thrown) {
      if (turn === latest.current) setTold({ found: null, error: CutlineError.from(thrown) })
    }
  }, [])
  useEffect(() => {
    const first = setTimeout(() => void reload())
    return () => clearTimeout(first)
  }, [reload])
  useEvent('twins.changed', () => void reload())
  useEvent('stories.changed', () => void reload())
  useEvent('archive.changed', ({ archive }) => {
    if (archive !== null) void reload()
  })
  return { ...told, reload }
}

/** How many groups wait and how many photos are set aside; null until that is known. */
export function useTwinsCount(): CommandOutput<'twins.count'> | null {
  const [count, setCount] = useState<CommandOutput<'twins.count'> | null>(null)
  const latest = useRef(0)
  const read = useCallback(() => {
    const turn = ++latest.current
    // The screen says why it cannot be known; here the numbers just stay as they were.
    invoke('twins.count', {}).then(
      (told) => turn === latest.current && setCount(told),
      () => undefined,
    )
  }, [])
  useEffect(read, [read])
  useEvent('twins.changed', read)
  useEvent('archive.changed', ({ archive }) => {
    if (archive !== null) read()
  })
  return count
}
