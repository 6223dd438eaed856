import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './ContactSheet.module.css'
import { gap, gridOf, margin } from './grid.js'
import { useInnerSize } from './useInnerSize.js'

/** The sheet while its first photos are on their way: tiles without pictures, where the pictures will be. */
export function SheetSkeleton({ size }: { readonly size: number }) {
  const { t } = useTranslation('sheet')
  const box = useRef<HTMLDivElement>(null)
  const { width, height } = useInnerSize(box)
  const { columns, tile, picture, row } = gridOf(width, size)
  const tiles = width === 0 ? 0 : columns * Math.ceil(height / row)
  return (
    <div
      ref={box}
      className={styles.skeleton}
      style={{ gap: `${row - picture}px ${gap}px`, padding: margin }}
      role="status"
      aria-label={t('loading')}
      data-testid="sheet-loading"
    >
      {Array.from({ length: tiles }, (_, at) => (
        <div key={at} className={styles.skeletonTile} style={{ width: tile, height: picture }} />
      ))}
    </div>
  )
}
