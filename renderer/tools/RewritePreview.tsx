import { useTranslation } from 'react-i18next'
import type { CommandOutput } from '#contract'
import styles from './ToolDialogs.module.css'

/** Every field that would change, before and after. */
export function RewritePreview({ preview }: { readonly preview: CommandOutput<'photos.rewrite'> }) {
  const { t } = useTranslation('tools')
  const { t: tCaption } = useTranslation('caption')
  const { total, photos, changes } = preview
  return (
    <section aria-label={t('preview')} aria-live="polite" data-testid="rewrite-preview">
      <p className={styles.note}>{total === 0 ? t('previewNone') : t('previewCount', { count: total, photos })}</p>
      {total > 0 && (
        <ul className={styles.changes} tabIndex={0}>
          {changes.map(({ photoId, file, field, before, after }) => (
            <li key={`${photoId} ${field}`}>
              <span className={styles.where}>
                {file} · {tCaption(field)}
              </span>
              <del>{before}</del>
              <ins>{after}</ins>
            </li>
          ))}
        </ul>
      )}
      {total > changes.length && <p className={styles.note}>{t('previewMore', { count: total - changes.length })}</p>}
    </section>
  )
}
