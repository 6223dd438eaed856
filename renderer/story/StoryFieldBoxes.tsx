import { useTranslation } from 'react-i18next'
import type { StoryField, StoryId } from '#contract'
import type { Draft } from '../caption/draft.js'
import { shownText } from '../caption/draft.js'
import { DraftField } from '../caption/DraftField.js'
import { storyAutosave } from './story-autosave.js'
import styles from './StoryScreen.module.css'
import { suggestedSlug } from './suggested-slug.js'

interface StoryFieldBoxesProps {
  readonly draft: Draft<StoryId, StoryField>
  readonly readOnly: boolean
}

/** The boxes of a story's own text. */
export function StoryFieldBoxes({ draft, readOnly }: StoryFieldBoxesProps) {
  const { t } = useTranslation('story')
  const common = { autosave: storyAutosave, draft, readOnly }
  const headline = shownText(draft, 'headline', storyAutosave.rules) ?? ''
  return (
    <>
      <DraftField
        {...common}
        field="headline"
        wraps
        label={t('headline')}
        placeholder={t('headlinePlaceholder')}
        className={styles.headline}
        testId="story-headline"
      />
      <div className={styles.pair}>
        <DraftField
          {...common}
          field="byline"
          wraps
          label={t('byline')}
          placeholder={t('bylinePlaceholder')}
          testId="story-byline"
        />
        <DraftField
          {...common}
          field="slug"
          label={t('slug')}
          placeholder={suggestedSlug(headline)}
          hint={t('slugHint')}
          testId="story-slug"
        />
      </div>
      <DraftField
        {...common}
        field="text"
        label={t('text')}
        placeholder={t('textPlaceholder')}
        rows={12}
        className={styles.text}
        testId="story-text"
      />
    </>
  )
}
