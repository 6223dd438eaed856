import { useTranslation } from 'react-i18next'
import type { Receipt } from '#contract'
import styles from './ExportDialog.module.css'

/** What was found when every file of the bundle was opened again: that all is well, or each thing that is not. */
export function ReceiptSummary({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation('export')
  const { files, problems } = receipt
  if (problems.length === 0) {
    return (
      <p role="status" className={styles.done} data-testid="export-receipt" data-state="sound">
        {t('receiptSound', { count: files })}
      </p>
    )
  }
  return (
    <div role="alert" className={styles.warning} data-testid="export-receipt" data-state="problems">
      <strong className={styles.problem}>{t('receiptBad', { count: problems.length })}</strong>
      <ul>
        {problems.map(({ file, matter, where, expected, found }, at) => (
          <li key={`${at} ${file}`}>
            {t('receiptLine', { file, matter: t(`receipt${matter}`), where: t(`where${where}`), expected, found })}
          </li>
        ))}
      </ul>
    </div>
  )
}
