import { useTranslation } from 'react-i18next'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { byteText } from '../jobs/amount-text.js'
import type { Job } from '../jobs/jobs.js'
import { useAttempt } from '../story/useAttempt.js'
import { Button } from '../ui/Button.js'
import styles from './ExportDialog.module.css'
import { ReceiptSummary } from './ReceiptSummary.js'

interface ExportOutcomeProps {
  readonly job: Exclude<Job, { state: 'running' }>
  readonly onAgain: () => void
  readonly onClose: () => void
}

/** How an export ended: where the bundle lies and how large it is, or why there is none. */
export function ExportOutcome({ job, onAgain, onClose }: ExportOutcomeProps) {
  const { t, i18n } = useTranslation('export')
  const { t: delivery } = useTranslation('delivery')
  const errorText = useErrorText()
  const { message, attempt } = useAttempt()
  const finished = job.state === 'finished' && job.finished.kind === 'export' ? job.finished : null
  const reveal = () =>
    attempt(async () => {
      await invoke('shell.reveal', { what: 'export', id: job.jobId })
    })

  if (finished === null || finished.cancelled) {
    const text =
      job.state === 'failed' ? t('failed', { reason: errorText(CutlineError.fromWire(job.error)) }) : t('cancelled')
    return (
      <>
        <p role="alert" data-testid="export-ended">
          {text}
        </p>
        <footer>
          <Button onPress={onAgain}>{t('back')}</Button>
          <Button onPress={onClose}>{t('close')}</Button>
        </footer>
      </>
    )
  }
  const { destination, files, bytes, failed, warnings, receipt, sent, reused } = finished.result
  return (
    <>
      <p role="status" className={styles.done} data-testid="export-done">
        <strong>{t('done')}</strong> {t('doneText', { count: files.length, size: byteText(bytes, i18n.language) })}{' '}
        {reused > 0 && t('reused', { count: reused })}
      </p>
      <div className={styles.group}>
        <span className={styles.label}>{t('doneAt')}</span>
        <span className={styles.path} data-testid="export-destination">
          {destination}
        </span>
      </div>
      {sent !== null && (
        <div className={styles.group}>
          <span className={styles.label}>{delivery('sent', { name: sent.name })}</span>
          <span className={styles.path} data-testid="export-sent">
            {sent.place}
          </span>
        </div>
      )}
      {receipt !== null && (
        <ReceiptSummary
          receipt={receipt}
          files={files.map(({ path }) => path).filter((path) => path.startsWith('data/'))}
        />
      )}
      {failed.length > 0 && (
        <div className={styles.warning} role="alert" data-testid="export-not-sent">
          <strong>{delivery('notSent')}</strong>
          <ul>
            {failed.map(({ file, code, message: text }, at) => (
              <li key={`${at} ${file}`}>
                {t('failedFile', { file, reason: errorText(new CutlineError(code, text)) })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {warnings.length > 0 && (
        <div className={styles.warning} role="status" data-testid="export-warnings">
          <strong>{t('warned', { count: warnings.length })}</strong>
          <ul>
            {warnings.map(({ file, code, message: text }, at) => (
              <li key={`${at} ${file}`}>
                {t('failedFile', { file, reason: errorText(new CutlineError(code, text)) })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {message instanceof Error && <p role="alert">{errorText(message)}</p>}
      <footer>
        <Button onPress={onAgain} data-testid="export-again">
          {t('again')}
        </Button>
        <Button onPress={reveal} data-testid="export-reveal">
          {t('reveal')}
        </Button>
        <Button variant="primary" onPress={onClose} autoFocus>
          {t('close')}
        </Button>
      </footer>
    </>
  )
}
