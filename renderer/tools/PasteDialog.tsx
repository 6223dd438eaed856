import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoFieldChanges, TemplateField } from '#contract'
import { templateFields } from '#contract'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import styles from './ToolDialogs.module.css'

interface PasteDialogProps {
  readonly fields: PhotoFieldChanges
  readonly count: number
  readonly onPaste: (set: PhotoFieldChanges) => void
  readonly onClose: () => void
}

/** Which of the fields copied from a photo go into the selection; those that have something are ticked. */
export function PasteDialog({ fields, count, onPaste, onClose }: PasteDialogProps) {
  const { t } = useTranslation('tools')
  const { t: tCaption } = useTranslation('caption')
  const textOf = (field: TemplateField) => {
    const value = fields[field] ?? ''
    return typeof value === 'string' ? value : value.join('、')
  }
  const [ticked, setTicked] = useState<readonly TemplateField[]>(templateFields.filter((field) => textOf(field) !== ''))
  return (
    <Dialog title={t('pasteTitle')} onClose={onClose} data-testid="paste-dialog">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onPaste(Object.fromEntries(ticked.map((field) => [field, fields[field]])))
        }}
      >
        <p className={styles.note}>{t('pasteHint', { count })}</p>
        <ul className={styles.fields}>
          {templateFields.map((field) => (
            <li key={field}>
              <label className={styles.check}>
                <input
                  type="checkbox"
                  checked={ticked.includes(field)}
                  onChange={({ target }) =>
                    setTicked((before) => (target.checked ? [...before, field] : before.filter((one) => one !== field)))
                  }
                  data-testid={`paste-${field}`}
                />
                <span>{tCaption(field)}</span>
                <span className={styles.value}>{textOf(field) || t('empty')}</span>
              </label>
            </li>
          ))}
        </ul>
        <footer>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" autoFocus isDisabled={ticked.length === 0} data-testid="paste-apply">
            {t('paste')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
