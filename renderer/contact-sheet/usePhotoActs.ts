import type { DragEvent } from 'react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Photo, PhotoId } from '#contract'
import type { Held, SelectionControl } from '../selection/useSelection.js'
import { useStable } from '../ui/useStable.js'
import { dragPhotos } from './drag-photos.js'

/** What can be done to a photo where it is shown in a listing; the functions stay the same while the listing stands. */
export interface PhotoActs {
  readonly onClick: (photo: Photo, at: number, held: Held) => void
  readonly onOpen: () => void
  readonly onDragStart: (photo: Photo, at: number, event: DragEvent) => void
}

/** What the sheet and the table give to each place: which photos are selected, where the keyboard is, and what can be done. */
export interface PlaceActs extends PhotoActs {
  readonly selected: ReadonlySet<PhotoId>
  readonly focusId: PhotoId | undefined
}

export function usePhotoActs({ selection, isSelected, click }: SelectionControl, open: () => void): PlaceActs {
  const { t } = useTranslation('sheet')
  const selected = useMemo(() => new Set(selection.ids), [selection.ids])
  const onClick = useStable((photo: Photo, at: number, held: Held) => click({ at, id: photo.id }, held))
  const onOpen = useStable(open)
  const onDragStart = useStable((photo: Photo, at: number, event: DragEvent) => {
    const ids = isSelected(photo.id) ? selection.ids : [photo.id]
    if (ids !== selection.ids) click({ at, id: photo.id }, { shift: false, mod: false })
    dragPhotos(event.dataTransfer, ids, t('dragCount', { count: ids.length }))
  })
  return { selected, focusId: selection.focus?.id, onClick, onOpen, onDragStart }
}
