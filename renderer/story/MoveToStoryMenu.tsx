import { useTranslation } from 'react-i18next'
import type { PhotoId, StoryId } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useFailure } from '../shell/useFailure.js'
import { changeMany, isMany } from '../tools/bulk-change.js'
import { Menu } from '../ui/Menu.js'
import { useNotices } from '../ui/notices.js'
import { useStories } from './useStories.js'

/** How many stories the menu offers, the newest first. */
const offered = 20

interface MoveToStoryMenuProps {
  readonly from: StoryId
  readonly photoIds: readonly PhotoId[]
  readonly disabled: boolean
}

/** Moves the photos selected in a story to another, with the captions that were printed with them. */
export function MoveToStoryMenu({ from, photoIds, disabled }: MoveToStoryMenuProps) {
  const { t } = useTranslation('story')
  const { t: tOrganise } = useTranslation('organise')
  const attempt = useFailure()
  const { say } = useNotices()
  const others = (useStories().stories ?? []).filter(({ id }) => id !== from).slice(0, offered)
  const move = (to: StoryId, headline: string) =>
    attempt(async () => {
      const { changed } = isMany(photoIds)
        ? await changeMany(photoIds, { kind: 'move', from, to })
        : await invoke('stories.movePhotos', { from, to, photoIds: [...photoIds] })
      say(tOrganise('movedToStory', { count: changed, story: headline || t('untitled') }))
    })
  return (
    <Menu
      variant="quiet"
      isDisabled={disabled || photoIds.length === 0 || others.length === 0}
      data-testid="move-to-story"
      entries={others.map(({ id, headline }) => ({
        id: `move-${id}`,
        label: headline || t('untitled'),
        onAction: () => move(id, headline),
      }))}
    >
      {tOrganise('moveToStory')}
    </Menu>
  )
}
