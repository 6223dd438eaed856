import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Photo, PhotoId, Story } from '#contract'
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
}

/** A story's photos: put in order, removed, added by dropping them; each change is told to those who cannot see it. */
export function StoryPhotos({ story, photos, selectedIds, onSelectPhotos, readOnly }: StoryPhotosProps) {
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
