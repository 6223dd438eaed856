import { useTranslation } from 'react-i18next'
import { TextField } from '../ui/TextField.js'
import styles from './ExportDialog.module.css'

interface OverrideBoxProps {
  readonly note: string
  readonly onNote: (note: string) => void
}

/** Where only rights stop an export: an editor says why the photos are used all the same, and the words are kept. */
export function OverrideBox({ note, onNote }: OverrideBoxProps) {
  const { t } = useTranslation('export')
  return (
    <div className={styles.group} data-testid="export-override">
      <TextField
        label={t('override')}
        hint={t('overrideHint')}
        placeholder={t('overridePlaceholder')}
        value={note}
        onChange={onNote}
        maxLength={2_000}
      />
    </div>
  )
}
