import type { DragEvent } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedStory, PhotoId } from '#contract'
import { hasPhotoDrag, readPhotoDrag } from '../selection/photo-drag.js'
import { StoryMenu } from './StoryMenu.js'
import styles from './StoryList.module.css'

interface StoryListItemProps {
  readonly story: ListedStory
  readonly selected: boolean
  readonly readOnly: boolean
  readonly onOpen: () => void
  readonly onExport: (() => void) | undefined
  readonly onDelete: () => void
  readonly onDropPhotos: (photoIds: readonly PhotoId[]) => void
}

/** One story of the list; photos can be dropped on it, and a right click opens its menu. */
export function StoryListItem(props: StoryListItemProps) {
  const { story, selected, readOnly, onOpen, onDropPhotos } = props
  const { t } = useTranslation('story')
  const [over, setOver] = useState(false)
  const [menuOpen, setMenuOpen] = useState(false)
  const title = story.headline || t('untitled')

  const accepts = (event: DragEvent) => !readOnly && hasPhotoDrag(event.dataTransfer)
  const onDragOver = (event: DragEvent) => {
    if (!accepts(event)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setOver(true)
  }
  const onDragLeave = (event: DragEvent) => {
    const to = event.relatedTarget
    if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false)
  }
  const onDrop = (event: DragEvent) => {
    setOver(false)
    if (!accepts(event)) return
    event.preventDefault()
    event.stopPropagation()
    const photoIds = readPhotoDrag(event.dataTransfer)
    if (photoIds.length > 0) onDropPhotos(photoIds)
  }

  return (
    <li
      className={styles.item}
      data-testid="story-item"
      data-selected={selected}
      data-over={over}
      onDragOver={onDragOver}
      onDragLeave={onDragLeave}
      onDrop={onDrop}
      onContextMenu={(event) => {
        event.preventDefault()
        setMenuOpen(true)
      }}
    >
      <button type="button" className={styles.open} aria-current={selected ? 'page' : undefined} onClick={onOpen}>
        <span className={styles.headline} data-untitled={story.headline === ''}>
          {title}
        </span>
        <span className={styles.count}>
          {story.status !== 'draft' && (
            <span className={styles.status} data-status={story.status}>
              {t(`status-${story.status}`)}
            </span>
          )}
          {t('photoCount', { count: story.photoCount })}
          {story.ranOn !== null
            ? ` · ${story.ranOn}`
            : story.due !== null
              ? ` · ${t('dueOn', { day: story.due })}`
              : ''}
        </span>
      </button>
      <StoryMenu
        title={title}
        isOpen={menuOpen}
        onOpenChange={setMenuOpen}
        readOnly={readOnly}
        onOpen={onOpen}
        onExport={props.onExport}
        onDelete={props.onDelete}
      />
    </li>
  )
}
