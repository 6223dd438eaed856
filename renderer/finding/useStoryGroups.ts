import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import type { Group } from '../contact-sheet/sheet-rows.js'
import type { ListQuery } from '../contact-sheet/usePhotoList.js'
import { useStable } from '../ui/useStable.js'
import { LatestAnswer } from './latest-answer.js'
import { type StoryCount, storyGroups } from './story-groups.js'

/**
 * The stories of a listing that is ordered by them; null while they have not been counted, and where `isWanted` is false. A collection stands in
 * its own order, without stories.
 */
export function useStoryGroups(query: ListQuery, total: number | null, isWanted: boolean): readonly Group[] | null {
  const { t } = useTranslation('finding')
  const [told, setTold] = useState<{ query: ListQuery; counts: readonly StoryCount[] } | null>(null)
  const latest = useRef<LatestAnswer<ListQuery, readonly StoryCount[]> | null>(null)
  useEffect(() => {
    const asker = new LatestAnswer(
      async (asked: ListQuery): Promise<readonly StoryCount[]> => {
        const { text, filters, missing, sort } = asked
        return (await invoke('photos.storyGroups', { query: { text, filters, missing, sort } })).groups
      },
      (counts, asked) => setTold({ query: asked, counts }),
    )
    latest.current = asker
    return () => asker.stop()
  }, [])
  const count = useStable(() => {
    if (isWanted) latest.current?.put(query, 40)
  })
  useEffect(count, [count, query, isWanted])
  useEvent('photos.changed', count)
  useEvent('stories.changed', count)
  return useMemo(
    () =>
      told === null || (query.collection ?? null) !== null || told.query !== query || total === null || !isWanted
        ? null
        : storyGroups(told.counts, total, { untitled: t('untitledStory'), none: t('noStoryGroup') }),
    [told, query, total, isWanted, t],
  )
}
