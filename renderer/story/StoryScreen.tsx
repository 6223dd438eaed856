import { useEffect, useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoId, StoryId } from '#contract'
import { ArticleDialog } from '../article/ArticleDialog.js'
import { useDraft } from '../caption/useDraft.js'
import { HistoryDialog } from '../history/HistoryDialog.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { Button } from '../ui/Button.js'
import { storyAutosave } from './story-autosave.js'
import { MoveToStoryMenu } from './MoveToStoryMenu.js'
import { StoryContents } from './StoryContents.js'
import { useNotices } from '../ui/notices.js'
import frame from '../ui/Screen.module.css'
import styles from './StoryScreen.module.css'
import { useStory } from './useStory.js'

interface StoryScreenProps {
  readonly storyId: StoryId
  readonly selectedIds: readonly PhotoId[]
  readonly onSelectPhotos: (ids: readonly PhotoId[]) => void
  readonly readOnly: boolean
  readonly onExport: () => void
  /** The story was left, or is gone. */
  readonly onClosed: () => void
}

/** A story: its headline, short name, byline and text, and its photos in their order. */
export function StoryScreen({ storyId, selectedIds, onSelectPhotos, readOnly, onExport, onClosed }: StoryScreenProps) {
  const { t } = useTranslation('story')
  const { t: tArticle } = useTranslation('article')
  const { t: tOrganise } = useTranslation('organise')
  const { say } = useNotices()
  const errorText = useErrorText()
  const { reading, error, reload } = useStory(storyId)
  const draft = useDraft(storyAutosave)
  const [choosing, setChoosing] = useState(false)
  const [showingHistory, setShowingHistory] = useState(false)

  // What was typed for the story shown before is saved at once, even while this one is still being read.
  useEffect(() => storyAutosave.dispatch({ type: 'flush' }), [storyId])
  useLayoutEffect(() => {
    if (reading === null) return
    const { headline, slug, byline, text } = reading.story
    storyAutosave.dispatch({ type: 'show', target: storyId, base: { headline, slug, byline, text } })
  }, [reading, storyId])

  const gone = error?.code === 'story-not-found'
  useEffect(() => {
    if (gone) onClosed()
  }, [gone, onClosed])

  if (error !== null) {
    return (
      <section className={frame.screen} aria-label={t('screen')} role="alert">
        <p>{t('loadFailed', { reason: errorText(error) })}</p>
        <Button onPress={reload}>{t('retryLoad')}</Button>
      </section>
    )
  }
  return (
    <section className={frame.screen} aria-label={t('screen')} aria-busy={reading === null} data-testid="story-screen">
      <header className={styles.bar}>
        <Button onPress={onClosed} data-testid="story-back">
          {t('back')}
        </Button>
        <MoveToStoryMenu from={storyId} photoIds={selectedIds} disabled={readOnly || reading === null} />
        <Button
          variant="quiet"
          onPress={() => setShowingHistory(true)}
          isDisabled={reading === null}
          data-testid="story-history"
        >
          {tOrganise('history')}
        </Button>
        <Button
          className={styles.read}
          onPress={() => {
            storyAutosave.dispatch({ type: 'flush' })
            setChoosing(true)
          }}
          isDisabled={readOnly || reading === null}
          data-testid="read-article"
        >
          {tArticle('open')}
        </Button>
        <Button
          variant="primary"
          onPress={onExport}
          isDisabled={reading === null || reading.story.photos.length === 0}
          data-testid="story-export"
        >
          {t('export')}
        </Button>
      </header>
      {reading !== null && (
        <StoryContents
          key={storyId}
          reading={reading}
          draft={draft}
          selectedIds={selectedIds}
          onSelectPhotos={onSelectPhotos}
          readOnly={readOnly}
        />
      )}
      {showingHistory && (
        <HistoryDialog
          of={{ story: storyId }}
          title={reading === null || reading.story.headline === '' ? t('untitled') : reading.story.headline}
          readOnly={readOnly}
          onClose={() => setShowingHistory(false)}
        />
      )}
      {choosing && (
        <ArticleDialog
          storyId={storyId}
          onClose={() => setChoosing(false)}
          onTaken={(story) => {
            setChoosing(false)
            say(tArticle('taken', { count: story.article?.captions.length ?? 0 }))
          }}
        />
      )}
    </section>
  )
}
