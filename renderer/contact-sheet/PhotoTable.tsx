import { DateFormatter } from '@internationalized/date'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { MouseEvent, Ref } from 'react'
import { memo, useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Photo, PhotoId, SortOrder } from '#contract'
import { MarkedText } from '../finding/MarkedText.js'
import { startAtMark } from '../finding/marked-pieces.js'
import type { Marks } from '../finding/useHighlights.js'
import { spansOf, useHighlights } from '../finding/useHighlights.js'
import type { Held, SelectionControl } from '../selection/useSelection.js'
import { Thumbnail } from '../ui/Thumbnail.js'
import type { SheetHandle } from './ContactSheet.js'
import { useIdsAt, usePhotoAt } from './followed.js'
import styles from './PhotoTable.module.css'
import { sheetKeys } from './sheet-keys.js'
import { tileLabel } from './tile-label.js'
import { tileId } from './PhotoTile.js'
import type { PhotoActs, PlaceActs } from './usePhotoActs.js'
import { usePhotoActs } from './usePhotoActs.js'
import { useTallHeight, useTallScroll } from './useTallScroll.js'
import { useInnerSize } from './useInnerSize.js'
import type { PhotoList } from './usePhotoList.js'

interface PhotoTableProps {
  readonly list: PhotoList
  readonly control: SelectionControl
  /** The words that are looked for. */
  readonly text: string
  readonly sort: SortOrder
  readonly backwards: boolean
  readonly onSort: (sort: SortOrder, backwards: boolean) => void
  readonly onOpen: () => void
  readonly ref?: Ref<SheetHandle>
}

const columns = ['file', 'headline', 'caption', 'credit', 'creators', 'taken', 'imported', 'rating'] as const
/** Columns whose order the engine knows. */
const orderOf: Readonly<Partial<Record<(typeof columns)[number], SortOrder>>> = {
  file: 'file',
  headline: 'headline',
  credit: 'credit',
  creators: 'creator',
  rating: 'rating',
  taken: 'taken',
  imported: 'imported',
}
/** Names go from the first on, times and stars from the newest and the most. */
const goesUpAtFirst: ReadonlySet<SortOrder> = new Set(['file', 'headline', 'credit', 'creator'])
/** Pixels. */
const rowHeight = 44

/** A listing as a table, with the contact sheet's selection and keys. */
export function PhotoTable(props: PhotoTableProps) {
  const { list, control, text, sort, backwards, onSort, onOpen, ref } = props
  const { t } = useTranslation(['finding', 'sheet'])
  const scroller = useRef<HTMLDivElement>(null)
  const { height } = useInnerSize(scroller)
  const total = list.total ?? 0
  const { focusAt } = control
  const acts = usePhotoActs(control, onOpen)
  const { tall, offset, options: tallOptions } = useTallScroll(scroller)

  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoised on the virtualizer's functions
  const rows = useVirtualizer({
    count: total,
    ...tallOptions,
    estimateSize: () => rowHeight,
    overscan: 4,
  })
  const tableHeight = rows.getTotalSize()
  useTallHeight(tall, scroller, tableHeight, height)
  const shown = rows.getVirtualItems()
  const first = shown[0]?.index ?? 0
  const last = shown.at(-1)?.index ?? 0
  const { look } = list
  useEffect(() => look(first, last), [look, first, last])
  const marksOf = useHighlights(text, useIdsAt(list, first, last, text !== ''))
  const keepInSight = useEffectEvent((at: number) => rows.scrollToIndex(at, { align: 'auto' }))
  useEffect(() => {
    if (focusAt !== null) keepInSight(focusAt)
  }, [focusAt, acts.focusId])
  useImperativeHandle(ref, () => ({ focus: () => scroller.current?.focus({ preventScroll: true }) }), [])

  const focused = usePhotoAt(list, focusAt)
  return (
    <div className={styles.table}>
      <div className={styles.head}>
        <span />
        {columns.map((column) => {
          const order = orderOf[column]
          const name = t(`column${column}`)
          if (order === undefined) return <span key={column}>{name}</span>
          const isCurrent = sort === order
          const goesUp = goesUpAtFirst.has(order) !== backwards
          return (
            <button
              key={column}
              type="button"
              aria-label={t('sortBy', { column: name })}
              aria-pressed={isCurrent}
              onClick={() => onSort(order, isCurrent ? !backwards : false)}
              data-testid={`sort-${column}`}
            >
              {name}
              {isCurrent && <span aria-hidden="true">{goesUp ? '▲' : '▼'}</span>}
            </button>
          )
        })}
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        role="listbox"
        aria-label={t('list')}
        aria-multiselectable="true"
        aria-activedescendant={focused === undefined ? undefined : tileId(focused)}
        tabIndex={0}
        onKeyDown={sheetKeys(control, { total, columns: 1, rows: Math.max(1, Math.floor(height / rowHeight)) }, onOpen)}
        data-testid="photo-table"
        data-total={list.total ?? undefined}
      >
        <div className={styles.all} style={{ height: tall.elementHeight(tableHeight) }} role="presentation">
          {shown.map(({ index, start }) => (
            <TablePlace
              key={index}
              list={list}
              at={index}
              total={total}
              top={start - offset}
              marksOf={marksOf}
              {...acts}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

interface TablePlaceProps extends PlaceActs {
  readonly list: PhotoList
  readonly at: number
  readonly total: number
  /** Where it stands, pixels. */
  readonly top: number
  readonly marksOf: (id: PhotoId) => Marks | undefined
}

/** A place of the listing: its photo's row, or an empty one until the photo is there. */
function TablePlace({ list, selected, focusId, marksOf, ...row }: TablePlaceProps) {
  const photo = usePhotoAt(list, row.at)
  if (photo === undefined) {
    return <div className={styles.waiting} style={{ transform: `translateY(${row.top}px)` }} />
  }
  return (
    <TableRow
      key={photo.id}
      photo={photo}
      selected={selected.has(photo.id)}
      focused={focusId === photo.id}
      marks={marksOf(photo.id)}
      {...row}
    />
  )
}

interface TableRowProps extends PhotoActs {
  readonly photo: Photo
  readonly at: number
  readonly total: number
  readonly top: number
  readonly selected: boolean
  readonly focused: boolean
  readonly marks: Marks | undefined
}

const TableRow = memo(function TableRow(props: TableRowProps) {
  const { photo, at, total, top, selected, focused, marks, onClick, onOpen, onDragStart } = props
  const { t, i18n } = useTranslation('sheet')
  const { t: culling } = useTranslation('culling')
  const caption = startAtMark(photo.caption, spansOf(marks, 'caption'), 24)
  const [creator = '', ...others] = photo.creators
  // Pressing selects at once; on photos selected already only letting go does, as they may be about to be dragged.
  const press = (event: MouseEvent, isRelease: boolean) => {
    const held: Held = { shift: event.shiftKey, mod: event.ctrlKey || event.metaKey }
    const waits = selected && !held.shift && !held.mod
    if (event.button === 0 && waits === isRelease) onClick(photo, at, held)
  }
  return (
    <div
      id={tileId(photo)}
      role="option"
      aria-label={tileLabel(photo, t, culling)}
      aria-selected={selected}
      aria-setsize={total}
      aria-posinset={at + 1}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      draggable
      data-focused={focused}
      data-testid="photo-row"
      data-file={photo.file}
      onMouseDown={(event) => press(event, false)}
      onClick={(event) => press(event, true)}
      onDoubleClick={onOpen}
      onDragStart={(event) => onDragStart(photo, at, event)}
    >
      <Thumbnail sha256={photo.sha256} className={styles.picture} />
      <span title={photo.file}>
        <MarkedText text={photo.file} spans={spansOf(marks, 'file')} />
      </span>
      <span title={photo.headline}>
        <MarkedText text={photo.headline} spans={spansOf(marks, 'headline')} />
      </span>
      <span className={styles.caption} title={photo.caption}>
        {photo.caption === '' ? (
          <em>{t('missingCaption')}</em>
        ) : (
          <MarkedText text={caption.text} spans={caption.spans} />
        )}
      </span>
      <span title={photo.credit}>
        {photo.credit === '' ? (
          <em>{t('missingCredit')}</em>
        ) : (
          <MarkedText text={photo.credit} spans={spansOf(marks, 'credit')} />
        )}
      </span>
      <span title={photo.creators.join(t('listSeparator'))}>
        <MarkedText text={creator} spans={spansOf(marks, 'creators')} />
        {others.length > 0 && t('listSeparator') + others.join(t('listSeparator'))}
      </span>
      <span className={styles.time}>{(photo.takenAt ?? '').slice(0, 16).replace('T', ' ')}</span>
      <span className={styles.time}>{momentText(photo.importedAt, i18n.language)}</span>
      <span className={styles.stars}>{photo.rating !== null && photo.rating > 0 ? '★'.repeat(photo.rating) : ''}</span>
    </div>
  )
})

/** A moment in this computer's time, as cameras' times are written. */
function momentText(moment: string, language: string): string {
  const date = new Date(moment)
  const day = new DateFormatter('sv-SE', { dateStyle: 'short' }).format(date)
  return `${day} ${new DateFormatter(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date)}`
}
