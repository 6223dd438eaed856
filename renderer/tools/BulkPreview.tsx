import { useTranslation } from 'react-i18next'
import type { CommandOutput } from '#contract'
import styles from './ToolDialogs.module.css'

/** What a change over a selection would do: before and after of each photo, how many stay. */
export function BulkPreview({ preview }: { readonly preview: CommandOutput<'photos.shiftDates'> }) {
  const { t } = useTranslation('organise')
  const { changed, skipped, changes } = preview
  return (
    <section aria-live="polite" data-testid="bulk-preview">
      <p className={styles.note}>
        {t('wouldChange', { count: changed })} {skipped > 0 && t('skipped', { count: skipped })}
      </p>
      {changes.length > 0 && (
        <ul className={styles.changes} tabIndex={0}>
          {changes.map(({ photoId, file, before, after }) => (
            <li key={photoId}>
              <span className={styles.where}>{file}</span>
              <del>{before}</del>
              <ins>{after}</ins>
            </li>
          ))}
        </ul>
      )}
      {changed > changes.length && <p className={styles.note}>{t('more', { count: changed - changes.length })}</p>}
    </section>
  )
}
