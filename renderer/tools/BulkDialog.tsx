import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkChange, PhotoId } from '#contract'
import { useErrorText } from '../i18n/useErrorText.js'
import { useFailure } from '../shell/useFailure.js'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import { useNotices } from '../ui/notices.js'
import { changeMany, isMany } from './bulk-change.js'
import { BulkPreview } from './BulkPreview.js'
import styles from './ToolDialogs.module.css'
import type { Bulk } from './useBulk.js'
import { useBulk } from './useBulk.js'

interface BulkDialogProps {
  readonly title: string
  /** What the change depends on; null while it cannot be made. */
  readonly change: string | null
  readonly run: (apply: boolean) => Promise<Bulk>
  /** The same change over very many photos, which is work with progress. */
  readonly many: { readonly ids: readonly PhotoId[]; readonly change: BulkChange }
  readonly onClose: () => void
  /** The form. */
  readonly children: ReactNode
  readonly 'data-testid': string
}

/** A change over a selection: its form, what it would do, and the button that does it in one edit. */
export function BulkDialog({ title, change, run, many, onClose, children, 'data-testid': testId }: BulkDialogProps) {
  const { t } = useTranslation('organise')
  const errorText = useErrorText()
  const attempt = useFailure()
  const { say } = useNotices()
  const { preview, error } = useBulk(change, () => run(false))
  return (
    <Dialog title={title} onClose={onClose} wide data-testid={testId}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (preview === null || preview.changed === 0) return
          onClose()
          attempt(async () => {
            // The bar of work tells of very many by itself.
            if (isMany(many.ids)) {
              await changeMany(many.ids, many.change)
              return
            }
            const { changed } = await run(true)
            say(t('applied', { count: changed }))
          })
        }}
      >
        {children}
        {error !== null && (
          <p role="alert" className={styles.problem}>
            {errorText(error)}
          </p>
        )}
        {preview !== null && <BulkPreview preview={preview} />}
        <footer>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            isDisabled={preview === null || preview.changed === 0}
            data-testid="bulk-apply"
          >
            {t('apply')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
