import { useLayoutEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoId, StoryId } from '#contract'
import { useStory } from '../story/useStory.js'
import { Button } from '../ui/Button.js'
import styles from './CaptionPane.module.css'
import { expandDeskCode } from './code-expansion.js'
import { saveState, shownText } from './draft.js'
import { DraftField } from './DraftField.js'
import { printedCaptionAutosave } from './printed-caption-autosave.js'
import { SaveStatus } from './SaveStatus.js'
import { useDraft } from './useDraft.js'

interface PrintedCaptionProps {
  readonly storyId: StoryId
  readonly photoId: PhotoId
  readonly readOnly: boolean
}

/** The caption printed with this use of the photo. It is the photo's caption until somebody writes another. */
export function PrintedCaption({ storyId, photoId, readOnly }: PrintedCaptionProps) {
  const { t } = useTranslation('caption')
  const { reading } = useStory(storyId)
  const draft = useDraft(printedCaptionAutosave)
  const target = useMemo(() => ({ storyId, photoId }), [storyId, photoId])

  const use = reading?.story.id === storyId ? reading.story.photos.find((one) => one.photoId === photoId) : undefined
  const caption = reading?.photos.get(photoId)?.caption ?? ''
  const printedCaption = use?.printedCaption ?? caption
  const known = use !== undefined
  useLayoutEffect(() => {
    if (known) printedCaptionAutosave.dispatch({ type: 'show', target, base: { printedCaption } })
  }, [known, target, printedCaption])

  if (!known) return null
  const text = shownText(draft, 'printedCaption', printedCaptionAutosave.rules)
  const same = text === caption
  return (
    <div className={styles.printed} data-same={same}>
      <DraftField
        autosave={printedCaptionAutosave}
        draft={draft}
        field="printedCaption"
        label={t('printedCaption')}
        hint={same ? t('printedSame') : t('printedDiffers')}
        rows={3}
        expand={expandDeskCode}
        readOnly={readOnly || draft.target !== target}
        testId="printed-caption-field"
      />
      {!same && !readOnly && (
        <Button
          onPress={() => {
            printedCaptionAutosave.dispatch({ type: 'type', field: 'printedCaption', text: caption })
            printedCaptionAutosave.dispatch({ type: 'flush' })
          }}
        >
          {t('printedReset')}
        </Button>
      )}
      {saveState(draft) !== 'idle' && (
        <SaveStatus draft={draft} autosave={printedCaptionAutosave} testId="printed-save-state" />
      )}
    </div>
  )
}
