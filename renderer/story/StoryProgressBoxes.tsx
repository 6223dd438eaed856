import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Story, StoryProgress } from '#contract'
import { storyStates } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { Button } from '../ui/Button.js'
import { DateField } from '../ui/DateField.js'
import { Select } from '../ui/Select.js'
import styles from './StoryProgress.module.css'
import { StoryRunsDialog } from './StoryRunsDialog.js'
import { useAttempt } from './useAttempt.js'
import { useErrorText } from '../i18n/useErrorText.js'

/** How far a story has come: its status, the day it is planned for, and where it ran. */
export function StoryProgressBoxes({ story, readOnly }: { readonly story: Story; readonly readOnly: boolean }) {
  const { t } = useTranslation('story')
  const errorText = useErrorText()
  const { message, attempt } = useAttempt()
  const [runsOpen, setRunsOpen] = useState(false)
  const set = (progress: Partial<StoryProgress>) =>
    attempt(async () => {
      await invoke('stories.edit', { id: story.id, set: progress })
    })
  return (
    <div className={styles.progress}>
      <Select
        label={t('status')}
        options={storyStates.map((value) => ({ value, label: t(`status-${value}`) }))}
        value={story.status}
        onChange={(status) => set({ status })}
        isDisabled={readOnly}
        data-testid="story-status"
      />
      <DateField
        label={t('due')}
        value={story.due}
        onChange={(due) => set({ due })}
        isDisabled={readOnly}
        data-testid="story-due"
      />
      <Button onPress={() => setRunsOpen(true)} data-testid="story-runs">
        {story.ran.length === 0 ? t('addRun') : t('runs', { count: story.ran.length })}
      </Button>
      {message instanceof Error && (
        <p className={styles.problem} role="alert">
          {t('couldNot', { reason: errorText(message) })}
        </p>
      )}
      {runsOpen && (
        <StoryRunsDialog
          runs={story.ran}
          readOnly={readOnly}
          onClose={() => setRunsOpen(false)}
          onSave={(ran) => {
            setRunsOpen(false)
            // What ran is published; a correction of an entry leaves the status as it is.
            set(ran.length > story.ran.length ? { ran: [...ran], status: 'published' } : { ran: [...ran] })
          }}
        />
      )}
    </div>
  )
}
