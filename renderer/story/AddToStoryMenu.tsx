import { useTranslation } from 'react-i18next'
import type { PhotoId, StoryId } from '#contract'
import { useErrorText } from '../i18n/useErrorText.js'
import { addToStory, createStory } from './story-actions.js'
import { Menu } from '../ui/Menu.js'
import styles from './StoryMenu.module.css'
import { useAttempt } from './useAttempt.js'
import { useStories } from './useStories.js'

/** How many stories the menu offers; older ones are reached through the sidebar. */
const offered = 20

interface AddToStoryMenuProps {
  readonly photoIds: readonly PhotoId[]
  readonly disabled: boolean
  /** A story was made for the photos. */
  readonly onCreated?: (id: StoryId) => void
}

/** The toolbar's menu that adds the photos selected to a story, or to a new one. */
export function AddToStoryMenu({ photoIds, disabled, onCreated }: AddToStoryMenuProps) {
  const { t } = useTranslation('story')
  const errorText = useErrorText()
  const { stories } = useStories()
  const { message, attempt } = useAttempt()

  const add = (id: StoryId, headline: string) =>
    attempt(async () => {
      const count = await addToStory(id, photoIds)
      const story = headline || t('untitled')
      return count > 0 ? t('added', { count, story }) : t('alreadyThere', { story })
    })
  const create = () =>
    attempt(async () => {
      const { id } = await createStory(photoIds)
      onCreated?.(id)
      return t('added', { count: photoIds.length, story: t('untitled') })
    })

  return (
    <>
      <Menu
        isDisabled={disabled || photoIds.length === 0}
        data-testid="add-to-story"
        entries={[
          { id: 'to-new-story', label: t('addToNewStory'), onAction: () => create() },
          ...(stories ?? []).slice(0, offered).map(({ id, headline }, at) => ({
            id,
            label: headline || t('untitled'),
            onAction: () => add(id, headline),
            separated: at === 0,
          })),
        ]}
      >
        {t('addToStory')}
      </Menu>
      <span className={styles.message} role="status">
        {message instanceof Error ? t('couldNot', { reason: errorText(message) }) : message}
      </span>
    </>
  )
}
