import { useTranslation } from 'react-i18next'
import type { JobFinished } from '#contract'
import { CutlineError } from '#contract'
import { useErrorText } from '../i18n/useErrorText.js'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import { detailLists } from './job-details.js'
import styles from './JobDetailsDialog.module.css'

/** Entries shown of one list; a folder of thousands of files would make the dialog slow. */
const most = 500

interface JobDetailsDialogProps {
  readonly finished: JobFinished
  readonly onClose: () => void
}

/** What a job could not do, file by file, with the reason in words. */
export function JobDetailsDialog({ finished, onClose }: JobDetailsDialogProps) {
  const { t } = useTranslation('jobs')
  const errorText = useErrorText()
  return (
    <Dialog
      title={t('detailsTitle', { job: t(`title${finished.kind}`) })}
      onClose={onClose}
      data-testid="job-details-dialog"
    >
      <div className={styles.lists}>
        {detailLists(finished).map(({ heading, entries }) => (
          <section key={heading}>
            <h3 className={styles.heading}>{t(heading, { count: entries.length })}</h3>
            <ul className={styles.list}>
              {entries.slice(0, most).map(({ file, failure, twin }, at) => (
                // Two files of different folders may have one name.
                <li key={`${at} ${file}`} className={styles.entry}>
                  <span className={styles.file}>{file}</span>
                  {failure !== null && (
                    <span className={styles.reason} title={failure.message}>
                      {errorText(new CutlineError(failure.code, failure.message))}
                    </span>
                  )}
                  {twin !== undefined && (
                    <span className={styles.reason}>{t(`similar${twin.better}`, { file: twin.file })}</span>
                  )}
                </li>
              ))}
              {entries.length > most && <li className={styles.entry}>{t('more', { count: entries.length - most })}</li>}
            </ul>
          </section>
        ))}
      </div>
      <footer>
        <Button variant="primary" onPress={onClose} autoFocus>
          {t('close')}
        </Button>
      </footer>
    </Dialog>
  )
}
