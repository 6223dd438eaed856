import { useVirtualizer } from '@tanstack/react-virtual'
import type { DragEvent, KeyboardEvent } from 'react'
import { useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Photo } from '#contract'
import { useHighlights } from '../finding/useHighlights.js'
import type { Held, SelectionControl } from '../selection/useSelection.js'
import styles from './ContactSheet.module.css'
import { dragPhotos } from './drag-photos.js'
import { gap, gridOf, margin } from './grid.js'
import { PhotoTile, tileId } from './PhotoTile.js'
import { useInnerSize } from './useInnerSize.js'
import type { PhotoList } from './usePhotoList.js'
import { useStable } from '../ui/useStable.js'

/** What others may ask of the sheet. */
export interface SheetHandle {
  focus(): void
}

interface ContactSheetProps {
  readonly list: PhotoList
  readonly control: SelectionControl
  /** Least width of a tile, CSS pixels. */
  readonly size: number
  /** The words that are looked for. */
  readonly text: string
  readonly onOpen: () => void
  readonly ref?: Ref<SheetHandle>
}

/** Thumbnails of a listing of any length; rows come into being as they are looked at. */
export function ContactSheet({ list, control, size, text, onOpen, ref }: ContactSheetProps) {
  const { t } = useTranslation('sheet')
  const scroller = useRef<HTMLDivElement>(null)
  const { width, height } = useInnerSize(scroller)
  const grid = useMemo(() => gridOf(width, size), [width, size])
  const total = list.total ?? 0
  const { selection, focusAt, isSelected, click } = control

  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised on the virtualizer's functions
  const rows = useVirtualizer({
    count: width === 0 ? 0 : Math.ceil(total / grid.columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => grid.row,
    paddingStart: margin,
    overscan: 2,
  })
  const shown = rows.getVirtualItems()
  const first = (shown[0]?.index ?? 0) * grid.columns
  const last = Math.min(total, ((shown.at(-1)?.index ?? 0) + 1) * grid.columns) - 1
  const { look } = list
  useEffect(() => look(first, last), [look, first, last])

  const inSight = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => list.photoAt(first + n)?.id)
  const marksOf = useHighlights(
    text,
    inSight.filter((id) => id !== undefined),
  )

  // Another size of tiles: what stood at the top stays in sight.
  const top = useRef(0)
  const remeasure = useEffectEvent((columns: number) => {
    rows.measure()
    if (top.current > 0) rows.scrollToIndex(Math.floor(top.current / columns), { align: 'start' })
  })
  useLayoutEffect(() => remeasure(grid.columns), [grid.columns, grid.row])
  const onScroll = () => {
    const above = (scroller.current?.scrollTop ?? 0) - margin
    top.current = Math.max(0, Math.round(above / grid.row)) * grid.columns
  }

  const keepInSight = useEffectEvent((at: number) =>
    rows.scrollToIndex(Math.floor(at / grid.columns), { align: 'auto' }),
  )
  const focusId = selection.focus?.id
  useEffect(() => {
    if (focusAt !== null) keepInSight(focusAt)
  }, [focusAt, focusId])

  useImperativeHandle(ref, () => ({ focus: () => scroller.current?.focus({ preventScroll: true }) }), [])

  const onKeyDown = (event: KeyboardEvent) => {
    const held: Held = { shift: event.shiftKey, mod: event.ctrlKey || event.metaKey }
    if (event.altKey || event.nativeEvent.isComposing) return
    const visibleRows = Math.max(1, Math.floor(height / grid.row))
    if (control.move(event.key, held, { total, columns: grid.columns, rows: visibleRows })) event.preventDefault()
    else if (event.key === ' ' && held.mod) take(event, control.toggleFocused)
    else if ((event.key === ' ' || event.key === 'Enter') && !held.mod) {
      if (selection.focus !== null) take(event, onOpen)
    } else if (event.key === 'Escape') take(event, control.clear)
    else if (event.key.toLowerCase() === 'a' && held.mod) take(event, control.selectAll)
  }

  const select = useStable((photo: Photo, at: number, held: Held) => click({ at, id: photo.id }, held))
  const open = useStable(onOpen)
  const drag = useStable((photo: Photo, at: number, event: DragEvent) => {
    const ids = isSelected(photo.id) ? selection.ids : [photo.id]
    if (ids !== selection.ids) click({ at, id: photo.id }, { shift: false, mod: false })
    dragPhotos(event.dataTransfer, ids, t('dragCount', { count: ids.length }))
  })

  const focused = focusAt === null ? undefined : list.photoAt(focusAt)
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="listbox"
      aria-label={t('sheet')}
      aria-multiselectable="true"
      aria-activedescendant={focused === undefined ? undefined : tileId(focused)}
      tabIndex={0}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget || event.target === event.currentTarget.firstChild) control.clear()
      }}
      data-testid="contact-sheet"
      data-total={list.total ?? undefined}
    >
      <div className={styles.all} style={{ height: rows.getTotalSize() + margin }} role="presentation">
        {shown.map(({ index, start }) => (
          <div
            key={index}
            role="presentation"
            className={styles.row}
            style={{ transform: `translateY(${start}px)`, gap, paddingInline: margin }}
          >
            {Array.from({ length: Math.min(grid.columns, total - index * grid.columns) }, (_, column) => {
              const at = index * grid.columns + column
              const photo = list.photoAt(at)
              return photo === undefined ? (
                <div key={at} className={styles.waiting} style={{ width: grid.tile, height: grid.picture }} />
              ) : (
                <PhotoTile
                  key={photo.id}
                  photo={photo}
                  at={at}
                  total={total}
                  grid={grid}
                  selected={isSelected(photo.id)}
                  focused={selection.focus?.id === photo.id}
                  marks={marksOf(photo.id)}
                  onClick={select}
                  onOpen={open}
                  onDragStart={drag}
                />
              )
            })}
          </div>
        ))}
      </div>
    </div>
  )
}

function take(event: KeyboardEvent, act: () => void): void {
  event.preventDefault()
  act()
}
