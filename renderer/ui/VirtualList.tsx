import { useVirtualizer } from '@tanstack/react-virtual'
import type { ReactNode } from 'react'
import { useRef } from 'react'
import { classNames } from './class-names.js'
import styles from './VirtualList.module.css'

interface VirtualListProps<Row extends { readonly key: string }> {
  /** What is listed, for screen readers. */
  readonly label: string
  readonly rows: readonly Row[]
  /** Pixels that a row may take before it is measured. */
  readonly guess: number
  /** Of the box that scrolls. */
  readonly className?: string | undefined
  readonly children: (row: Row) => ReactNode
}

/** A list of rows of any number and height, of which only those in sight are there. */
export function VirtualList<Row extends { readonly key: string }>(props: VirtualListProps<Row>) {
  const { label, rows, guess, className, children } = props
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- the list is drawn here and nowhere else
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => guess,
    getItemKey: (at) => rows[at]?.key ?? at,
    overscan: 6,
  })
  return (
    <div
      ref={scroller}
      className={classNames(styles.scroller, className)}
      tabIndex={0}
      aria-label={label}
      role="region"
    >
      <ul className={styles.list} style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index]
          return row === undefined ? null : (
            <li
              key={key}
              ref={list.measureElement}
              data-index={index}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
            >
              {children(row)}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
