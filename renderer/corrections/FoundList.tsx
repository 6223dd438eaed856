import { useTranslation } from 'react-i18next'
import { VirtualList } from '../ui/VirtualList.js'
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
  return (
    <VirtualList label={t('found')} rows={rows} guess={guess} className={styles.found}>
      {(row) =>
        row.kind === 'heading' ? (
          <h3 className={styles.group}>{t(`group-${row.of}`, { count: row.count })}</h3>
        ) : row.kind === 'text' ? (
          <FoundEntry text={row.text} ticked={ticked} onTick={onTick} readOnly={readOnly} />
        ) : (
          <article className={styles.entry} data-testid="found" data-kind="bundle">
            <span className={styles.noPicture} aria-hidden="true" />
            <BundleFacts bundle={row.bundle} />
          </article>
        )
      }
    </VirtualList>
  )
}
