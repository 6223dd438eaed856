import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Photo } from '#contract'
import { useHighlights } from '../finding/useHighlights.js'
import type { SelectionControl } from '../selection/useSelection.js'
import { FillQueue } from './fill-queue.js'
import { useIdsAt, usePhotoAt } from './followed.js'
import { ScrollPace } from './scroll-pace.js'
import { ScrollTime } from './ScrollTime.js'
import { sheetKeys } from './sheet-keys.js'
import type { Group, Row } from './sheet-rows.js'
import { SheetRow } from './SheetRow.js'
import { SheetRows } from './sheet-rows.js'
import styles from './ContactSheet.module.css'
import { gridOf, margin } from './grid.js'
import { tileId } from './PhotoTile.js'
import { useTallHeight, useTallScroll } from './useTallScroll.js'
import { useInnerSize } from './useInnerSize.js'
import type { PhotoList } from './usePhotoList.js'
import { usePhotoActs } from './usePhotoActs.js'

/** Of a group's heading, pixels. */
const headingHeight = 40

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
  /** Groups that the listing falls into, in its order; null lists all photos in one. */
  readonly groups: readonly Group[] | null
  /** What time a place belongs to, as far as it is known before its photo is; null where the order is not one of time. */
  readonly timeAt: ((at: number, photo: Photo | undefined) => string | null) | null
  readonly years: readonly { readonly year: string; readonly part: number }[]
  /** First and last place on the screen. */
  readonly onLook: ((first: number, last: number) => void) | undefined
  readonly onOpen: () => void
  readonly ref?: Ref<SheetHandle>
}

/** Thumbnails of a listing of any length; rows come into being as they are looked at. */
export function ContactSheet(props: ContactSheetProps) {
  const { list, control, size, text, groups, timeAt, years, onLook, onOpen, ref } = props
  const { t } = useTranslation('sheet')
  const { t: culling } = useTranslation('culling')
  const scroller = useRef<HTMLDivElement>(null)
  const [pace] = useState(() => new ScrollPace((act) => requestAnimationFrame(act)))
  const [queue] = useState(() => new FillQueue(pace, (act) => requestAnimationFrame(act)))
  const { width, height } = useInnerSize(scroller)
  const grid = useMemo(() => gridOf(width, size), [width, size])
  const total = list.total ?? 0
  const { focusAt } = control
  const acts = usePhotoActs(control, onOpen)
  const { tall, offset, options: tallOptions } = useTallScroll(scroller)
  const layout = useMemo(() => new SheetRows(groups, total, grid.columns), [groups, total, grid.columns])

  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised on the virtualizer's functions
  const rows = useVirtualizer({
    count: width === 0 ? 0 : layout.count,
    ...tallOptions,
    estimateSize: (index) => (layout.isHeading(index) ? headingHeight : grid.row),
    paddingStart: margin,
    scrollPaddingStart: groups === null ? 0 : headingHeight,
    overscan: 2,
  })
  const sheetHeight = rows.getTotalSize() + margin
  useTallHeight(tall, scroller, sheetHeight, height)
  const shown = rows.getVirtualItems()
  const { first, last } = placesIn(shown.map(({ index }) => layout.at(index)))
  const { startIndex = 0, endIndex = 0 } = rows.range ?? {}
  const seen = placesIn(
    shown.flatMap(({ index }) => (index >= startIndex && index <= endIndex ? [layout.at(index)] : [])),
  )
  useLayoutEffect(() => queue.see(seen.first, seen.last), [queue, seen.first, seen.last])
  const { look } = list
  useEffect(() => {
    let leave: (() => void) | null = null
    const lookThere = () => {
      if (pace.isFast || leave !== null) return
      leave = look(first, last)
      onLook?.(first, last)
    }
    lookThere()
    const stop = pace.subscribe(lookThere)
    return () => {
      stop()
      leave?.()
    }
  }, [look, onLook, first, last, pace])

  const marksOf = useHighlights(text, useIdsAt(list, first, last, text !== ''))

  // Another size of tiles, other groups: what stood at the top stays in sight.
  const top = useRef(0)
  const remeasure = useEffectEvent((rowsThen: SheetRows) => {
    rows.measure()
    if (top.current > 0 && top.current < total) rows.scrollToIndex(rowsThen.rowOf(top.current), { align: 'start' })
  })
  useLayoutEffect(() => remeasure(layout), [layout, grid.row])
  const onScroll = () => {
    const scrollTop = tall.moved(scroller.current?.scrollTop ?? 0)
    pace.moved(scrollTop, height, performance.now())
    const row = rows.getVirtualItemForOffset(scrollTop + grid.row / 2)
    const atTop = row === undefined || scrollTop <= margin ? null : layout.at(row.index)
    top.current = atTop?.kind === 'photos' ? atTop.at : atTop === null ? 0 : top.current
  }

  const keepInSight = useEffectEvent((at: number) => rows.scrollToIndex(layout.rowOf(at), { align: 'auto' }))
  useEffect(() => {
    if (focusAt !== null) keepInSight(focusAt)
  }, [focusAt, acts.focusId])

  useImperativeHandle(ref, () => ({ focus: () => scroller.current?.focus({ preventScroll: true }) }), [])

  const onKeyDown = sheetKeys(
    control,
    {
      total,
      columns: grid.columns,
      rows: Math.max(1, Math.floor(height / grid.row)),
      ...(groups === null ? {} : { vertical: (at: number, by: number) => layout.vertical(at, by) }),
    },
    onOpen,
  )

  // A day of a thousand photos says whose they are while its own heading is far above.
  const pinned = startIndex > 0 && !layout.isHeading(startIndex) ? layout.groupAt(startIndex) : undefined

  const focused = usePhotoAt(list, focusAt)
  return (
    <>
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
        <div className={styles.all} style={{ height: tall.elementHeight(sheetHeight) }} role="presentation">
          {shown.map(({ index, start }) => {
            const row = layout.at(index)
            const top = start - offset
            const transform = `translateY(${top}px)`
            if (row.kind === 'heading') {
              return (
                <div key={row.group.key} role="presentation" className={styles.heading} style={{ transform }}>
                  <GroupHeading group={row.group} />
                </div>
              )
            }
            return (
              <SheetRow
                key={index}
                list={list}
                at={row.at}
                count={row.count}
                top={top}
                total={total}
                grid={grid}
                queue={queue}
                t={t}
                culling={culling}
                marksOf={marksOf}
                {...acts}
              />
            )
          })}
        </div>
      </div>
      {pinned !== undefined && (
        <div className={styles.pinned} aria-hidden="true">
          <GroupHeading group={pinned} />
        </div>
      )}
      {timeAt !== null && (
        <ScrollTime
          scroller={scroller}
          pace={pace}
          years={years}
          timeAt={() => timeAt(top.current, list.photoAt(top.current))}
        />
      )}
    </>
  )
}

/** The first and the last place among rows. */
function placesIn(rows: readonly Row[]): { first: number; last: number } {
  const ofPhotos = rows.flatMap((row) => (row.kind === 'photos' ? [row] : []))
  const [one, end] = [ofPhotos[0], ofPhotos.at(-1)]
  return one === undefined || end === undefined
    ? { first: 0, last: 0 }
    : { first: one.at, last: end.at + end.count - 1 }
}

/** A group's name, and how many photos it has. */
function GroupHeading({ group }: { readonly group: Group }) {
  const { t, i18n } = useTranslation('finding')
  return (
    <h2 className={styles.groupName} data-testid="group-heading">
      {group.label}
      <span>
        {t('photos', { count: group.count, number: new Intl.NumberFormat(i18n.language).format(group.count) })}
      </span>
    </h2>
  )
}
