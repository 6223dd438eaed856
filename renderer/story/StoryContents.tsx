import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoId, StoryField, StoryId } from '#contract'
import { ArticleCaptions } from '../article/ArticleCaptions.js'
import type { Assignment } from '../article/caption-uses.js'
import { captionUses, inOrder } from '../article/caption-uses.js'
import { useCaptionMatching } from '../article/useCaptionMatching.js'
import type { Draft } from '../caption/draft.js'
import { SaveStatus } from '../caption/SaveStatus.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { useNotices } from '../ui/notices.js'
import { Tabs } from '../ui/Tabs.js'
import { storyAutosave } from './story-autosave.js'
import { StoryFieldBoxes } from './StoryFieldBoxes.js'
import { StoryProgressBoxes } from './StoryProgressBoxes.js'
import { StoryPhotos } from './StoryPhotos.js'
import styles from './StoryScreen.module.css'
import type { StoryReading } from './useStory.js'
import { CutlineError } from '#contract'

interface StoryContentsProps {
  readonly reading: StoryReading
  readonly draft: Draft<StoryId, StoryField>
  readonly selectedIds: readonly PhotoId[]
  readonly onSelectPhotos: (ids: readonly PhotoId[]) => void
  readonly readOnly: boolean
}

/** What a story is made of: its text or the captions of its article on one side, its photos on the other. */
export function StoryContents({ reading, draft, selectedIds, onSelectPhotos, readOnly }: StoryContentsProps) {
  const { t } = useTranslation('article')
  const errorText = useErrorText()
  const { say, fail } = useNotices()
  const { story, photos } = reading
  const captions = story.article?.captions ?? []
  const matching = useCaptionMatching(story, photos)
  const [tab, setTab] = useState<'text' | 'captions' | null>(null)
  const selected = selectedIds.filter((id) => story.photos.some(({ photoId }) => photoId === id))
  const uses = captionUses(captions, story.photos, photos)

  const assign = (assignments: readonly Assignment[]) => {
    matching.assign(assignments).then(say, (thrown: unknown) => fail(errorText(CutlineError.from(thrown))))
  }
  const text = (
    <>
      <StoryProgressBoxes story={story} readOnly={readOnly} />
      <StoryFieldBoxes draft={draft} readOnly={readOnly || draft.target !== story.id} />
      {(!readOnly || draft.queue.length > 0) && (
        <SaveStatus draft={draft} autosave={storyAutosave} testId="story-save-state" />
      )}
    </>
  )
  return (
    <div className={styles.body}>
      <div className={styles.article}>
        {captions.length === 0 ? (
          text
        ) : (
          <Tabs
            label={t('tabs')}
            // An article just read waits for its captions to be given; afterwards whoever comes back wants the text.
            value={tab ?? (uses.some((photosOf) => photosOf.length === 0) ? 'captions' : 'text')}
            onChange={setTab}
            tabs={[
              { id: 'text', label: t('tabText'), content: text },
              {
                id: 'captions',
                label: t('tabCaptions', { number: captions.length }),
                content: (
                  <ArticleCaptions
                    captions={captions}
                    uses={uses}
                    completed={matching.completed}
                    onComplete={matching.toggleCompleted}
                    selected={selected.length}
                    suggested={matching.suggestions.length}
                    photoCount={story.photos.length}
                    readOnly={readOnly}
                    onAssign={(caption) => assign(selected.map((photoId) => ({ photoId, caption })))}
                    onTakeSuggestions={() => assign(matching.suggestions)}
                    onInOrder={() => assign(inOrder(captions, story.photos, photos))}
                  />
                ),
              },
            ]}
          />
        )}
      </div>
      <StoryPhotos
        story={story}
        photos={photos}
        selectedIds={selectedIds}
        onSelectPhotos={onSelectPhotos}
        readOnly={readOnly}
        captionCount={readOnly ? 0 : captions.length}
        suggestions={matching.suggestions}
        onCaption={(ids, caption) => matching.assign(ids.map((photoId) => ({ photoId, caption })))}
      />
    </div>
  )
}
