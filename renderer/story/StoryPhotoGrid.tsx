import { GridList, useDragAndDrop } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Photo, PhotoId, StoryPhoto } from '#contract'
import { captionDragType, parseCaptionDrag } from '../article/caption-drag.js'
import type { Suggestion } from '../article/useCaptionMatching.js'
import { parsePhotoDrag, photoDragType, serializePhotoDrag } from '../selection/photo-drag.js'
import { StoryPhotoItem } from './StoryPhotoItem.js'
import styles from './StoryPhotos.module.css'

interface StoryPhotoGridProps {
  readonly uses: readonly StoryPhoto[]
  readonly photos: ReadonlyMap<PhotoId, Photo>
  readonly selected: readonly PhotoId[]
  readonly onSelect: (ids: readonly PhotoId[]) => void
  readonly readOnly: boolean
  readonly suggestions: readonly Suggestion[]
  /** A caption of the article was dropped on a photo. */
  readonly onCaption: (id: PhotoId, caption: number) => void
  /** Photos of this story were dropped before the place `before` of its present order. */
  readonly onMove: (ids: readonly PhotoId[], before: number) => void
  /** Photos from elsewhere were dropped at a place. */
  readonly onAdd: (ids: readonly PhotoId[], at: number) => void
}

/** The list of a story's photos: selected with mouse and keyboard, dragged within, out of and into it. */
export function StoryPhotoGrid(props: StoryPhotoGridProps) {
  const { uses, photos, selected, onSelect, readOnly, suggestions, onCaption, onMove, onAdd } = props
  const { t } = useTranslation('story')
  const order = uses.map(({ photoId }) => photoId)
  const placeOf = ({ key, dropPosition }: { key: unknown; dropPosition: string }) =>
    order.indexOf(String(key)) + (dropPosition === 'after' ? 1 : 0)

  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: readOnly,
    // One item for all photos, as the contact sheet drags them, so that both can be dropped on the same places.
    getItems: (keys) => [{ [photoDragType]: serializePhotoDrag(order.filter((id) => keys.has(id))) }],
    acceptedDragTypes: [photoDragType, captionDragType],
    shouldAcceptItemDrop: (_, types) => types.has(captionDragType),
    onItemDrop: ({ items, target }) =>
      void droppedTexts(items, captionDragType).then(([text = '']) => {
        const caption = parseCaptionDrag(text)
        if (caption !== null) onCaption(String(target.key), caption)
      }),
    getDropOperation: () => 'move',
    onReorder: ({ keys, target }) =>
      onMove(
        order.filter((id) => keys.has(id)),
        placeOf(target),
      ),
    onInsert: ({ items, target }) =>
      void droppedIds(items).then((ids) => ids.length > 0 && onAdd(ids, placeOf(target))),
    onRootDrop: ({ items }) => void droppedIds(items).then((ids) => ids.length > 0 && onAdd(ids, order.length)),
  })

  return (
    <GridList
      className={styles.list ?? ''}
      aria-label={t('photos')}
      selectionMode="multiple"
      selectionBehavior="replace"
      selectedKeys={selected}
      onSelectionChange={(keys) => onSelect(keys === 'all' ? order : order.filter((id) => keys.has(id)))}
      dragAndDropHooks={dragAndDropHooks}
      dependencies={[uses, photos, suggestions]}
      renderEmptyState={() => (
        <div className={styles.empty}>
          <p>{t('noPhotos')}</p>
          <p>{t('noPhotosHint')}</p>
        </div>
      )}
    >
      {uses.map((use, at) => (
        <StoryPhotoItem
          key={use.photoId}
          use={use}
          photo={photos.get(use.photoId)}
          at={at + 1}
          total={uses.length}
          suggestion={suggestions.find(({ photoId }) => photoId === use.photoId)}
        />
      ))}
    </GridList>
  )
}

interface Dropped {
  readonly kind: string
  readonly types?: ReadonlySet<string>
  readonly getText?: (type: string) => Promise<string>
}

async function droppedIds(items: readonly Dropped[]): Promise<PhotoId[]> {
  return [...new Set((await droppedTexts(items, photoDragType)).flatMap((text) => parsePhotoDrag(text)))]
}

async function droppedTexts(items: readonly Dropped[], type: string): Promise<string[]> {
  const texts = await Promise.all(
    items.map(async (item) => (item.types?.has(type) ? await item.getText?.(type) : undefined)),
  )
  return texts.filter((text) => text !== undefined)
}
