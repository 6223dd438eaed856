import { useTranslation } from 'react-i18next'
import type { ToldChange } from '#contract'
import styles from './BundleDialog.module.css'

/** Changes shown of each side, the latest of them. */
const shown = 3

/** Who changed a field on one side since both last agreed, when and where. */
export function ToldChanges({
  changes,
  source,
}: {
  readonly changes: readonly ToldChange[]
  readonly source: string | null
}) {
  const { t, i18n } = useTranslation('bundles')
  const { t: windowText } = useTranslation('window')
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  if (changes.length === 0) {
    return <p className={styles.when}>{source === null ? t('changedUnknown') : t('changedInFile', { file: source })}</p>
  }
  return (
    <ul className={styles.changes} aria-label={t('changes')}>
      {changes.slice(-shown).map(({ at, by, from, kind }) => (
        <li key={`${at} ${by} ${kind}`} className={styles.when}>
          {t('change', {
            when: date.format(new Date(at)),
            by: by || t('somebody'),
            from,
            what: windowText(`edit${kind}`),
          })}
        </li>
      ))}
      {changes.length > shown && (
        <li className={styles.when}>{t('earlierChanges', { count: changes.length - shown })}</li>
      )}
    </ul>
  )
}
