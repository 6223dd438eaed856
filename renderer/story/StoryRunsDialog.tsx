import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryRun } from '#contract'
import { Button } from '../ui/Button.js'
import { DateField } from '../ui/DateField.js'
import { Dialog } from '../ui/Dialog.js'
import { TextField } from '../ui/TextField.js'
import styles from './StoryProgress.module.css'

interface StoryRunsDialogProps {
  readonly runs: readonly StoryRun[]
  readonly readOnly: boolean
  readonly onClose: () => void
  readonly onSave: (runs: readonly StoryRun[]) => void
}

const blank: StoryRun = { publication: '', page: '', url: '', date: null }
const isBlank = ({ publication, page, url, date }: StoryRun) => `${publication}${page}${url}`.trim() === '' && !date

/** Where a story ran: publication, page, address and day of each. */
export function StoryRunsDialog({ runs, readOnly, onClose, onSave }: StoryRunsDialogProps) {
  const { t } = useTranslation('story')
  const [rows, setRows] = useState<readonly StoryRun[]>(runs.length === 0 ? [{ ...blank, date: today() }] : runs)
  const change = (at: number, set: Partial<StoryRun>) =>
    setRows(rows.map((row, place) => (place === at ? { ...row, ...set } : row)))
  return (
    <Dialog title={t('ranTitle')} onClose={onClose} wide data-testid="story-runs-dialog">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          onSave(rows.filter((row) => !isBlank(row)))
        }}
      >
        <ul className={styles.runs}>
          {rows.map((row, at) => (
            // Rows have nothing else to be told apart by, and keep their places.
            <li key={at} className={styles.run}>
              <TextField
                label={t('publication')}
                value={row.publication}
                onChange={(publication) => change(at, { publication })}
                placeholder={t('publicationPlaceholder')}
                isDisabled={readOnly}
                data-testid="run-publication"
              />
              <TextField
                label={t('page')}
                value={row.page}
                onChange={(page) => change(at, { page })}
                placeholder={t('pagePlaceholder')}
                isDisabled={readOnly}
              />
              <DateField
                label={t('ranOn')}
                value={row.date}
                onChange={(date) => change(at, { date })}
                isDisabled={readOnly}
              />
              <TextField
                label={t('url')}
                value={row.url}
                onChange={(url) => change(at, { url })}
                placeholder="https://"
                isDisabled={readOnly}
              />
              <Button
                variant="quiet"
                onPress={() => setRows(rows.toSpliced(at, 1))}
                isDisabled={readOnly}
                aria-label={t('removeRunOf', { publication: row.publication })}
              >
                {t('removeRun')}
              </Button>
            </li>
          ))}
        </ul>
        <Button onPress={() => setRows([...rows, blank])} isDisabled={readOnly}>
          {t('addRun')}
        </Button>
        <footer className={styles.footer}>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={readOnly} data-testid="runs-save">
            {t('saveRuns')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

/** By the calendar of the person at the desk. */
function today(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
