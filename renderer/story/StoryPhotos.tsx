import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Photo, PhotoId, Story } from '#contract'
import type { Suggestion } from '../article/useCaptionMatching.js'
import { useCaptionDigits } from '../article/useCaptionDigits.js'
import { invoke } from '../bridge/bridge.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { moveBefore, moveStep, sameOrder, selectAfterRemoval } from './order.js'
import { addToStory } from './story-actions.js'
import { StoryPhotoGrid } from './StoryPhotoGrid.js'
import styles from './StoryPhotos.module.css'
import { useAttempt } from './useAttempt.js'
import { useOrder } from './useOrder.js'

interface StoryPhotosProps {
  readonly story: Story
  readonly photos: ReadonlyMap<PhotoId, Photo>
  readonly selectedIds: readonly PhotoId[]
  readonly onSelectPhotos: (ids: readonly PhotoId[]) => void
  readonly readOnly: boolean
  /** How many captions the story's article brought. */
  readonly captionCount: number
  readonly suggestions: readonly Suggestion[]
  /** Gives photos a caption of the article, by its place from 0; answers what to say. */
  readonly onCaption: (ids: readonly PhotoId[], caption: number) => Promise<string>
}

/** A story's photos: put in order, removed, added by dropping them; each change is told to those who cannot see it. */
export function StoryPhotos(props: StoryPhotosProps) {
  const { story, photos, selectedIds, onSelectPhotos, readOnly, captionCount, suggestions, onCaption } = props
  const { t } = useTranslation('story')
  const errorText = useErrorText()
  const { uses, reorder } = useOrder(story)
  const { message, attempt } = useAttempt()
  const order = uses.map(({ photoId }) => photoId)
  const selected = selectedIds.filter((id) => order.includes(id))

  const move = (next: readonly PhotoId[], moved: PhotoId) => {
    if (sameOrder(order, next)) return
    attempt(async () => {
      await reorder(next)
      return t('moved', { at: next.indexOf(moved) + 1, total: next.length })
    })
  }
  const remove = (ids: readonly PhotoId[]) =>
    attempt(async () => {
      const next = selectAfterRemoval(order, ids)
      await invoke('stories.removePhotos', { id: story.id, photoIds: [...ids] })
      onSelectPhotos(next === null ? [] : [next])
      return t('removed', { count: ids.length })
    })
  const add = (ids: readonly PhotoId[], at: number) =>
    attempt(async () => {
      const count = await addToStory(story.id, ids, at)
      const values = { count, story: story.headline || t('untitled') }
      return count > 0 ? t('added', values) : t('alreadyThere', values)
    })

  const digits = useCaptionDigits(captionCount, (number) => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-testid="story-photo"]')?.dataset.key
    const these = selected.length > 0 ? selected : order.filter((id) => id === focused)
    attempt(() => onCaption(these, number - 1))
  })

  // Before the grid sees the key: it would take the arrows for itself.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const focused =
      event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-key]')?.dataset.key : undefined
    if (readOnly || focused === undefined) return
    const these = selected.includes(focused) ? selected : [focused]
    if (event.altKey && ['ArrowUp', 'ArrowLeft', 'ArrowDown', 'ArrowRight'].includes(event.key)) {
      event.preventDefault()
      event.stopPropagation()
      move(moveStep(order, these, event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 1), focused)
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      event.stopPropagation()
      remove(these)
    } else if (!event.altKey && !event.ctrlKey && !event.metaKey && digits(event.key)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }

  return (
    <section className={styles.section} aria-label={t('photos')}>
      <header className={styles.header}>
        <h2 className={styles.title}>{t('photos')}</h2>
        <span className={styles.count}>{t('photoCount', { count: order.length })}</span>
        {order.length > 0 && !readOnly && <span className={styles.hint}>{t('photosHint')}</span>}
      </header>
      <div onKeyDownCapture={onKeyDownCapture} data-testid="story-photos">
        <StoryPhotoGrid
          uses={uses}
          photos={photos}
          selected={selected}
          onSelect={onSelectPhotos}
          readOnly={readOnly}
          suggestions={suggestions}
          onCaption={(id, caption) => attempt(() => onCaption(selected.includes(id) ? selected : [id], caption))}
          onMove={(ids, before) => {
            const [first] = ids
            if (first !== undefined) move(moveBefore(order, ids, before), first)
          }}
          onAdd={(ids, at) => add(ids, at)}
        />
      </div>
      <p className={styles.message} role="status" data-testid="story-photos-message">
        {message instanceof Error ? t('couldNot', { reason: errorText(message) }) : message}
      </p>
    </section>
  )
}
