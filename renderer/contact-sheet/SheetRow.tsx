import type { DragEvent } from 'react'
import { memo, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Photo, PhotoId } from '#contract'
import type { Marks } from '../finding/useHighlights.js'
import type { Held } from '../selection/useSelection.js'
import styles from './ContactSheet.module.css'
import type { Grid } from './grid.js'
import { gap, margin } from './grid.js'
import { PhotoTile } from './PhotoTile.js'
import type { ScrollPace } from './scroll-pace.js'
import type { PhotoList } from './usePhotoList.js'

interface SheetRowProps {
  readonly list: PhotoList
  /** The place of its first photo, and how many it holds. */
  readonly at: number
  readonly count: number
  /** Where it stands, pixels. */
  readonly top: number
  readonly total: number
  readonly grid: Grid
  readonly pace: ScrollPace
  readonly selected: ReadonlySet<PhotoId>
  readonly focusId: PhotoId | undefined
  readonly marksOf: (id: PhotoId) => Marks | undefined
  readonly onClick: (photo: Photo, at: number, held: Held) => void
  readonly onOpen: () => void
  readonly onDragStart: (photo: Photo, at: number, event: DragEvent) => void
}

/** A row of photos. One that comes while the listing flies past holds empty frames until the scrolling slows down. */
export const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { list, at: first, count, top, total, grid, pace, selected, focusId, marksOf, ...acts } = props
  const { t } = useTranslation('sheet')
  const isWhole = useWhole(pace)
  return (
    <div
      role="presentation"
      className={styles.row}
      style={{ transform: `translateY(${top}px)`, height: grid.row, gap, paddingInline: margin }}
    >
      {Array.from({ length: count }, (_, column) => {
        const at = first + column
        const photo = isWhole ? list.photoAt(at) : undefined
        return photo === undefined ? (
          <div key={at} className={styles.waiting} style={{ width: grid.tile, height: grid.picture }} />
        ) : (
          <PhotoTile
            key={photo.id}
            photo={photo}
            at={at}
            total={total}
            grid={grid}
            t={t}
            selected={selected.has(photo.id)}
            focused={focusId === photo.id}
            marks={marksOf(photo.id)}
            {...acts}
          />
        )
      })}
    </div>
  )
})

/** Whether a row is shown whole: at once, but where it came while everything flew past only when that slows down. */
function useWhole(pace: ScrollPace): boolean {
  const [isWhole, setWhole] = useState(!pace.isFast)
  useEffect(() => {
    if (isWhole) return
    return pace.subscribe(() => {
      if (!pace.isFast) setWhole(true)
    })
  }, [isWhole, pace])
  return isWhole
}
