import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PhotoId, StoryId } from '#contract'
import { useErrorText } from '../i18n/useErrorText.js'
import { addToStory, createStory } from './story-actions.js'
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
      <MenuTrigger>
        <AriaButton
          className={styles.button ?? ''}
          isDisabled={disabled || photoIds.length === 0}
          data-testid="add-to-story"
        >
          {t('addToStory')} ▾
        </AriaButton>
        <Popover className={styles.popover ?? ''} placement="bottom start">
          <Menu className={styles.menu ?? ''}>
            <MenuItem className={styles.entry ?? ''} onAction={() => create()}>
              {t('addToNewStory')}
            </MenuItem>
            {stories !== null && stories.length > 0 && <Separator className={styles.separator ?? ''} />}
            {stories?.slice(0, offered).map(({ id, headline }) => (
              <MenuItem key={id} className={styles.entry ?? ''} onAction={() => add(id, headline)}>
                {headline || t('untitled')}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <span className={styles.message} role="status">
        {message instanceof Error ? t('couldNot', { reason: errorText(message) }) : message}
      </span>
    </>
  )
}
