import { useCallback, useEffect, useRef, useState } from 'react'
import type { ListedStory } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'

/** All stories, newest first, kept up to date. `stories` is null until they are read for the first time. */
export function useStories(): {
  stories: readonly ListedStory[] | null
  error: CutlineError | null
  reload: () => void
} {
  const [told, setTold] = useState<{ stories: readonly ListedStory[] | null; error: CutlineError | null }>({
    stories: null,
    error: null,
  })
  const latest = useRef(0)

  const load = useCallback(() => {
    const turn = ++latest.current
    invoke('stories.list', {}).then(
      ({ stories }) => turn === latest.current && setTold({ stories: newestFirst(stories), error: null }),
      (thrown: unknown) => turn === latest.current && setTold({ stories: null, error: CutlineError.from(thrown) }),
    )
  }, [])

  useEffect(load, [load])
  useEvent('stories.changed', load)
  useEvent('archive.changed', ({ archive }) => {
    if (archive !== null) load()
  })
  return { ...told, reload: load }
}

function newestFirst(stories: readonly ListedStory[]): ListedStory[] {
  return stories.toSorted(
    (one, other) => other.createdAt.localeCompare(one.createdAt) || other.id.localeCompare(one.id),
  )
}
