import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { BundleFacts, FoundEntry } from './FoundEntry.js'
import type { FoundRow } from './found-rows.js'
import styles from './Corrections.module.css'

interface FoundListProps {
  readonly rows: readonly FoundRow[]
  readonly ticked: ReadonlySet<string>
  readonly onTick: (key: string, on: boolean) => void
  readonly readOnly: boolean
}

/** Pixels that a row may take before it is measured. */
const guess = 84

/** Every place found, as long as the list may be. */
export function FoundList({ rows, ticked, onTick, readOnly }: FoundListProps) {
  const { t } = useTranslation('corrections')
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
    <div ref={scroller} className={styles.scroller} tabIndex={0} aria-label={t('found')} role="region">
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
              {row.kind === 'heading' ? (
                <h3 className={styles.group}>{t(`group-${row.of}`, { count: row.count })}</h3>
              ) : row.kind === 'text' ? (
                <FoundEntry text={row.text} ticked={ticked} onTick={onTick} readOnly={readOnly} />
              ) : (
                <article className={styles.entry} data-testid="found" data-kind="bundle">
                  <span className={styles.noPicture} aria-hidden="true" />
                  <BundleFacts bundle={row.bundle} />
                </article>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
