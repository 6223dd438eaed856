import { useRef, useState } from 'react'
import type { PhotoId, Story, StoryPhoto } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { arrange } from './order.js'

/**
 * The photos of a story in the order last asked for, at once; the archive is told of one order after the other. Until it has
 * answered all of them, readings of the story do not move photos back.
 */
export function useOrder(story: Story): {
  uses: readonly StoryPhoto[]
  /** Rejects with a CutlineError when the order could not be stored; it is then as it was. */
  reorder: (ids: readonly PhotoId[]) => Promise<void>
} {
  const [wanted, setWanted] = useState<{ readonly ids: readonly PhotoId[]; readonly stored: boolean } | null>(null)
  const [seen, setSeen] = useState(story)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  if (seen !== story) {
    setSeen(story)
    // A reading made after the order was stored knows better, whoever changed it since.
    if (wanted?.stored) setWanted(null)
  }
  const uses = wanted === null ? story.photos : arrange(story.photos, ({ photoId }) => photoId, wanted.ids)

  const reorder = async (ids: readonly PhotoId[]) => {
    setWanted({ ids, stored: false })
    const store = () => invoke('stories.orderPhotos', { id: story.id, photoIds: [...ids] })
    const turn = last.current.then(store, store)
    last.current = turn
    try {
      await turn
      setWanted((now) => (now?.ids === ids ? { ids, stored: true } : now))
    } catch (thrown) {
      setWanted((now) => (now?.ids === ids ? null : now))
      throw thrown
    }
  }
  return { uses, reorder }
}
