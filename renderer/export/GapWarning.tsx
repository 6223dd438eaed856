import { useTranslation } from 'react-i18next'
import styles from './ExportDialog.module.css'

/** Files named before the rest is only counted. */
const named = 5

interface GapWarningProps {
  readonly lacking: 'missingCaption' | 'missingCredit'
  readonly files: readonly string[]
}

/** Counts and names the photos that lack something; nothing where none does. */
export function GapWarning({ lacking, files }: GapWarningProps) {
  const { t } = useTranslation('export')
  if (files.length === 0) return null
  const names = files.slice(0, named)
  const rest = files.length - names.length
  if (rest > 0) names.push(t('andMore', { count: rest }))
  return (
    <p className={styles.warning} data-testid={`export-${lacking}`}>
      <strong>{t(lacking, { count: files.length })}</strong> {names.join(t('listSeparator'))}
    </p>
  )
}
