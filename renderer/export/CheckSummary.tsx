import { useTranslation } from 'react-i18next'
import type { FoundByRule } from '../checks/group-findings.js'
import styles from './ExportDialog.module.css'

/** What the house rules find in a story beyond captions and credits that are missing; what stops the export stands out. */
export function CheckSummary({ groups }: { readonly groups: readonly FoundByRule[] }) {
  const { t } = useTranslation('checks')
  const shown = groups.filter(({ rule, blocks }) => blocks || (rule !== 'no-caption' && rule !== 'no-credit'))
  if (shown.length === 0) return null
  const stops = shown.some(({ blocks }) => blocks)
  const photos = new Set(shown.flatMap(({ photoIds }) => photoIds)).size
  return (
    <div className={stops ? styles.problem : styles.warning} data-testid="export-checks">
      <strong>{stops ? t('mayNotExport') : t('inExport', { count: photos })}</strong>
      <ul className={styles.rules}>
        {shown.map(({ rule, first, photoIds, blocks }) => (
          <li key={rule} data-blocks={blocks}>
            {t(`rule${rule}`, first.values)} {t('photos', { count: photoIds.length })}
          </li>
        ))}
      </ul>
    </div>
  )
}
