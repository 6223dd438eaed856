import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CutlineError, ListedStory, PhotoId, StoryId, StoryState } from '#contract'
import { storyStates } from '#contract'
import { useErrorText } from '../i18n/useErrorText.js'
import { Button } from '../ui/Button.js'
import { Select } from '../ui/Select.js'
import { DeleteStoryDialog } from './DeleteStoryDialog.js'
import { addToStory, createStory } from './story-actions.js'
import styles from './StoryList.module.css'
import { StoryListItem } from './StoryListItem.js'
import { useAttempt } from './useAttempt.js'
import { useStories } from './useStories.js'

interface StoryListProps {
  readonly selected: StoryId | null
  readonly onSelect: (id: StoryId | null) => void
  readonly readOnly: boolean
  /** Asked to export a story; without it the list offers no export. */
  readonly onExport?: (id: StoryId) => void
}

/** The sidebar's stories: open one, make one, drop photos onto one, delete one. */
export function StoryList({ selected, onSelect, readOnly, onExport }: StoryListProps) {
  const { t } = useTranslation('story')
  const errorText = useErrorText()
  const { stories, error, reload } = useStories()
  const { message, attempt, say } = useAttempt()
  const [deleting, setDeleting] = useState<ListedStory | null>(null)
  const [status, setStatus] = useState<StoryState | 'all'>('all')
  const shown = stories?.filter((story) => status === 'all' || story.status === status)
  const titleOf = (story: ListedStory) => story.headline || t('untitled')

  const create = () =>
    attempt(async () => {
      const story = await createStory()
      onSelect(story.id)
    })
  const drop = (story: ListedStory, photoIds: readonly PhotoId[]) =>
    attempt(async () => {
      const count = await addToStory(story.id, photoIds)
      return count > 0 ? t('added', { count, story: titleOf(story) }) : t('alreadyThere', { story: titleOf(story) })
    })
  const deleted = (story: ListedStory) => {
    if (story.id === selected) onSelect(null)
    say(t('deleted', { story: titleOf(story) }))
  }

  return (
    <section className={styles.section} aria-label={t('stories')} data-testid="story-list">
      <header className={styles.header}>
        <h2 className={styles.title}>{t('stories')}</h2>
        <Button onPress={create} isDisabled={readOnly} data-testid="new-story">
          {t('newStory')}
        </Button>
      </header>
      {error !== null && <ListFailed error={error} onRetry={reload} />}
      {stories !== null && stories.length > 0 && (
        <Select
          label={t('showStatus')}
          labelHidden
          className={styles.filter}
          options={(['all', ...storyStates] as const).map((value) => ({
            value,
            label: t(`show-${value}`, {
              number: stories.filter((story) => value === 'all' || story.status === value).length,
            }),
          }))}
          value={status}
          onChange={setStatus}
          data-testid="story-filter"
        />
      )}
      {shown?.length === 0 && <p className={styles.empty}>{t(stories?.length === 0 ? 'noStories' : 'noneOfStatus')}</p>}
      <ul className={styles.list}>
        {shown?.map((story) => (
          <StoryListItem
            key={story.id}
            story={story}
            selected={story.id === selected}
            readOnly={readOnly}
            onOpen={() => onSelect(story.id)}
            onExport={onExport === undefined ? undefined : () => onExport(story.id)}
            onDelete={() => setDeleting(story)}
            onDropPhotos={(photoIds) => drop(story, photoIds)}
          />
        ))}
      </ul>
      <p className={styles.message} role="status">
        {message instanceof Error ? t('couldNot', { reason: errorText(message) }) : message}
      </p>
      {deleting !== null && (
        <DeleteStoryDialog story={deleting} onClose={() => setDeleting(null)} onDeleted={() => deleted(deleting)} />
      )}
    </section>
  )
}

function ListFailed({ error, onRetry }: { readonly error: CutlineError; readonly onRetry: () => void }) {
  const { t } = useTranslation('story')
  const errorText = useErrorText()
  return (
    <div role="alert" className={styles.empty}>
      <p>{t('listFailed', { reason: errorText(error) })}</p>
      <Button onPress={onRetry}>{t('retryLoad')}</Button>
    </div>
  )
}
