import { useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoId, StoryId } from '#contract'
import { Findings } from '../checks/Findings.js'
import { CaptionTools } from '../tools/CaptionTools.js'
import { EmbeddedButton } from '../embedded/EmbeddedButton.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { Button } from '../ui/Button.js'
import styles from './CaptionPane.module.css'
import { baseOf } from './field-text.js'
import { photoAutosave } from './photo-autosave.js'
import { PhotoFieldBoxes } from './PhotoFieldBoxes.js'
import { OriginalWanted } from '../import/OriginalWanted.js'
import { PhotoHeading } from './PhotoHeading.js'
import { PrintedCaption } from './PrintedCaption.js'
import { PhotoUses } from '../usage/PhotoUses.js'
import { SaveStatus } from './SaveStatus.js'
import { nextKeyName } from './shortcuts.js'
import { useCaptionKey } from './useCaptionKey.js'
import { useDraft } from './useDraft.js'
import { usePhotos } from './usePhotos.js'
import { useSameIds } from './useSameIds.js'

interface CaptionPaneProps {
  /** The photos selected. */
  readonly photoIds: readonly PhotoId[]
  /** The story in whose context the photos are looked at. */
  readonly storyId: StoryId | null
  readonly readOnly: boolean
  /** Asked to select the next photo, after Ctrl/Cmd+Enter in the caption. */
  readonly onNext?: () => void
}

/** Caption, credit and the other fields of the photos selected; text is saved by itself. */
export function CaptionPane({ photoIds, storyId, readOnly, onNext }: CaptionPaneProps) {
  const { t } = useTranslation('caption')
  const errorText = useErrorText()
  const ids = useSameIds(photoIds)
  const { reading, reload } = usePhotos(ids)
  const draft = useDraft(photoAutosave)
  const captionBox = useRef<HTMLTextAreaElement & HTMLInputElement>(null)

  // What was typed for the photos selected before is saved at once, even while the new ones are still being read.
  useEffect(() => photoAutosave.dispatch(ids.length === 0 ? { type: 'leave' } : { type: 'flush' }), [ids])
  useLayoutEffect(() => {
    if (reading !== null && reading.error === null && reading.ids === ids) {
      photoAutosave.dispatch({ type: 'show', target: ids, base: baseOf(reading.photos) })
    }
  }, [reading, ids])

  const shown = draft.target === ids
  useCaptionKey(captionBox, ids.length > 0 && !shown && !reading?.error)
  const [only] = ids
  return (
    <section className={styles.pane} aria-label={t('pane')} data-testid="caption-pane">
      {ids.length === 0 || reading === null ? (
        <div className={styles.hint}>
          {ids.length === 0 && <p>{t('nothingSelected')}</p>}
          {ids.length === 0 && <p>{t('nothingSelectedHint', { key: nextKeyName() })}</p>}
        </div>
      ) : reading.error !== null && reading.ids === ids ? (
        <div className={styles.hint} role="alert">
          <p>{t('loadFailed', { reason: errorText(reading.error) })}</p>
          <Button onPress={reload}>{t('retryLoad')}</Button>
        </div>
      ) : (
        <div className={styles.fields}>
          <PhotoHeading photos={reading.photos}>
            <CaptionTools ids={ids} photos={reading.photos} storyId={storyId} readOnly={readOnly} />
            <EmbeddedButton ids={ids} photos={reading.photos} readOnly={readOnly} />
          </PhotoHeading>
          {reading.photos.length === 1 && reading.photos[0] !== undefined && (
            <OriginalWanted photo={reading.photos[0]} readOnly={readOnly} />
          )}
          {readOnly && <p className={styles.notice}>{t('readOnly')}</p>}
          {ids.length > 1 && <p className={styles.notice}>{t('multipleHint', { count: ids.length })}</p>}
          <PhotoFieldBoxes
            draft={draft}
            readOnly={readOnly || !shown}
            waiting={!readOnly && !shown}
            storyId={storyId}
            captionBox={captionBox}
            onNext={onNext}
            boxed={reading.photos.length === 1 ? (reading.photos[0]?.regions.length ?? 0) : null}
          >
            {storyId !== null && only !== undefined && ids.length === 1 && (
              <PrintedCaption storyId={storyId} photoId={only} readOnly={readOnly} />
            )}
          </PhotoFieldBoxes>
          {only !== undefined && ids.length === 1 && <PhotoUses key={only} photoId={only} />}
          <Findings ids={ids} storyId={storyId} readOnly={readOnly} />
        </div>
      )}
      {(!readOnly || draft.queue.length > 0) && (
        <SaveStatus draft={draft} autosave={photoAutosave} testId="save-state" />
      )}
    </section>
  )
}
