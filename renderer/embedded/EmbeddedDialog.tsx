import { useTranslation } from 'react-i18next'
import { CutlineError, type Photo, type PhotoFieldChanges } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import { useNotices } from '../ui/notices.js'
import { EmbeddedFacts } from './EmbeddedFacts.js'
import { EmbeddedFields } from './EmbeddedFields.js'
import styles from './EmbeddedDialog.module.css'
import { embeddedRows } from './embedded-rows.js'
import { EncodingChoice } from './EncodingChoice.js'
import { useEmbedded } from './useEmbedded.js'

interface EmbeddedDialogProps {
  readonly photos: readonly Photo[]
  readonly readOnly: boolean
  readonly onClose: () => void
}

/** What an original says in IIM, XMP, EXIF and its sidecar; of several photos only the encoding of their texts. */
export function EmbeddedDialog({ photos, readOnly, onClose }: EmbeddedDialogProps) {
  const { t } = useTranslation('embedded')
  const errorText = useErrorText()
  const { fail } = useNotices()
  const only = photos.length === 1 ? photos[0] : undefined
  const { embedded, error } = useEmbedded(only?.id ?? null, only?.iimEncoding)
  const take = (set: PhotoFieldChanges) => {
    if (only === undefined) return
    invoke('photos.edit', { ids: [only.id], set }).catch((thrown: unknown) =>
      fail(t('takeFailed', { reason: errorText(CutlineError.from(thrown)) })),
    )
  }
  const rows = embedded === null || only === undefined ? [] : embeddedRows(embedded, only)
  const differing = rows.filter((row) => row.differs)
  const title = only === undefined ? t('titleMany', { count: photos.length }) : t('title')
  const common = { languages: embedded?.languages ?? [], readOnly, onTake: take }
  return (
    <Dialog title={title} onClose={onClose} wide={only !== undefined} data-testid="embedded-dialog">
      <div className={styles.content}>
        {only === undefined && <EncodingChoice photos={photos} encoding={null} doubt={null} readOnly={readOnly} />}
        {only !== undefined && error !== null && <p role="alert">{t('couldNot', { reason: errorText(error) })}</p>}
        {only !== undefined && error === null && embedded === null && <p role="status">{t('reading')}</p>}
        {only !== undefined && embedded !== null && (
          <>
            <p className={styles.file}>{only.file}</p>
            <EmbeddedFacts embedded={embedded} photo={only} readOnly={readOnly} />
            {rows.length === 0 && <p>{t('nothing')}</p>}
            <EmbeddedFields heading={t('differing')} rows={differing} {...common} />
            <EmbeddedFields heading={t('agreeing')} rows={rows.filter((row) => !row.differs)} {...common} />
          </>
        )}
      </div>
      <footer>
        <Button variant="primary" onPress={onClose} data-testid="embedded-close">
          {t('close')}
        </Button>
      </footer>
    </Dialog>
  )
}
