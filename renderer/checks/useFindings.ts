import { useCallback, useEffect, useRef, useState } from 'react'
import type { PhotoFindings, PhotoId, StoryId } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'

/** Milliseconds after a change before rules are run again. */
const rest = 150

/** What the desk's house rules find in these photos; looked at again with every change. */
export function useFindings(ids: readonly PhotoId[], storyId: StoryId | null): readonly PhotoFindings[] {
  const [found, setFound] = useState<{ ids: readonly PhotoId[]; photos: readonly PhotoFindings[] } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(0)

  const load = useCallback(() => {
    clearTimeout(timer.current)
    const turn = ++latest.current
    if (ids.length === 0) return
    timer.current = setTimeout(() => {
      // Rules that cannot be run hold nobody up; the pane itself tells what is wrong with the archive.
      invoke('photos.check', { ids: [...ids], storyId }).then(
        ({ photos }) => turn === latest.current && setFound({ ids, photos }),
        () => undefined,
      )
    }, rest)
  }, [ids, storyId])
  useEffect(() => {
    load()
    return () => clearTimeout(timer.current)
  }, [load])
  useEvent('photos.changed', ({ changed }) => {
    const these = new Set(changed)
    if (ids.some((id) => these.has(id))) load()
  })
  useEvent('stories.changed', ({ ids: stories }) => {
    if (storyId !== null && stories.includes(storyId)) load()
  })
  useEvent('desk.changed', load)
  return found?.ids === ids ? found.photos : []
}
