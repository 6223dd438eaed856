import { useTranslation } from 'react-i18next'
import type { Receipt } from '#contract'
import styles from './ExportDialog.module.css'

interface ReceiptSummaryProps {
  readonly receipt: Receipt
  /** Paths of the bundle's files that were opened again. */
  readonly files: readonly string[]
}

/** What was found when every file of the bundle was opened again: that all is well or each thing that is not, and file by file. */
export function ReceiptSummary({ receipt: { problems, files: count }, files }: ReceiptSummaryProps) {
  const { t } = useTranslation('export')
  const bad = new Set(problems.map(({ file }) => file))
  const isSound = problems.length === 0
  return (
    <div className={styles.receipt} data-testid="export-receipt" data-state={isSound ? 'sound' : 'problems'}>
      {isSound ? (
        <p role="status" className={styles.done}>
          {t('receiptSound', { count })}
        </p>
      ) : (
        <div role="alert" className={styles.warning}>
          <strong className={styles.problem}>{t('receiptBad', { count: problems.length })}</strong>
          <ul>
            {problems.map(({ file, matter, where, expected, found }, at) => (
              <li key={`${at} ${file}`}>
                {t('receiptLine', {
                  file,
                  matter: t(`receipt${matter}`),
                  where: t(`where${where}`),
                  expected: expected || t('receiptNothing'),
                  found: found || t('receiptNothing'),
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
      <details>
        <summary data-testid="receipt-files">{t('receiptFiles')}</summary>
        <ul className={styles.checked}>
          {files.map((file) => (
            <li key={file} data-sound={!bad.has(file)} data-testid="receipt-file">
              <span>{file}</span>
              <span>{t(bad.has(file) ? 'receiptFileBad' : 'receiptFileSound')}</span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
