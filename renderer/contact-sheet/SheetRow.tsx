import { memo, useEffect, useState } from 'react'
import type { TFunction } from 'i18next'
import type { PhotoId } from '#contract'
import type { Marks } from '../finding/useHighlights.js'
import styles from './ContactSheet.module.css'
import type { FillQueue } from './fill-queue.js'
import { usePhotoAt } from './followed.js'
import type { Grid } from './grid.js'
import { gap, margin } from './grid.js'
import { PhotoTile } from './PhotoTile.js'
import type { PlaceActs } from './usePhotoActs.js'
import type { PhotoList } from './usePhotoList.js'

interface SheetRowProps extends PlaceActs {
  readonly list: PhotoList
  /** The place of its first photo, and how many it holds. */
  readonly at: number
  readonly count: number
  /** Where it stands, pixels. */
  readonly top: number
  readonly total: number
  readonly grid: Grid
  readonly queue: FillQueue
  readonly t: TFunction<'sheet'>
  readonly culling: TFunction<'culling'>
  readonly marksOf: (id: PhotoId) => Marks | undefined
}

/** A row of photos. */
export const SheetRow = memo(function SheetRow({ at: first, count, top, ...shared }: SheetRowProps) {
  const { grid } = shared
  return (
    <div
      role="presentation"
      className={styles.row}
      style={{ transform: `translateY(${top}px)`, height: grid.row, gap, paddingInline: margin }}
    >
      {Array.from({ length: count }, (_, column) => (
        <Place key={first + column} at={first + column} {...shared} />
      ))}
    </div>
  )
})

/** A place of the listing: its photo's tile, or an empty frame until the photo is there and its turn has come. */
function Place(props: Omit<SheetRowProps, 'count' | 'top'>) {
  const { list, at, total, grid, queue, selected, focusId, marksOf, t, culling, ...acts } = props
  const hasTurn = useTurn(queue, at)
  const photo = usePhotoAt(list, hasTurn ? at : null)
  if (photo === undefined) return <div className={styles.waiting} style={{ width: grid.tile, height: grid.picture }} />
  return (
    <PhotoTile
      key={photo.id}
      photo={photo}
      at={at}
      total={total}
      grid={grid}
      t={t}
      culling={culling}
      selected={selected.has(photo.id)}
      focused={focusId === photo.id}
      marks={marksOf(photo.id)}
      {...acts}
    />
  )
}

/** Whether a place is filled: at once, or where it came while the sheet moved, in its turn. */
function useTurn(queue: FillQueue, at: number): boolean {
  const [hasTurn, setTurn] = useState(!queue.isWaiting)
  useEffect(() => (hasTurn ? undefined : queue.ask(at, () => setTurn(true))), [hasTurn, queue, at])
  return hasTurn
}
