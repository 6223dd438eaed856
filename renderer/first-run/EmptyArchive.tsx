import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.js'
import { ImportIcon } from '../ui/icons.js'
import styles from './EmptyArchive.module.css'

interface EmptyArchiveProps {
  readonly readOnly: boolean
  readonly onImportFiles: () => void
  readonly onImportFolder: () => void
  readonly onImportSample: () => void
}

/** An archive without photos: a place to drop some, and the other ways to bring them in. */
export function EmptyArchive({ readOnly, onImportFiles, onImportFolder, onImportSample }: EmptyArchiveProps) {
  const { t } = useTranslation('sheet')
  const { t: tWindow } = useTranslation('window')
  return (
    <div className={styles.ground} data-testid="empty-archive">
      <div className={styles.target}>
        <ImportIcon />
        <h2 className={styles.title}>{t('emptyTitle')}</h2>
        {readOnly ? (
          <p className={styles.hint}>{t('emptyReadOnly')}</p>
        ) : (
          <>
            <p className={styles.hint}>{t('emptyHint')}</p>
            <div className={styles.ways}>
              <Button variant="primary" onPress={onImportFiles} data-testid="empty-import-files">
                {tWindow('importFiles')}
              </Button>
              <Button onPress={onImportFolder} data-testid="empty-import-folder">
                {tWindow('importFolder')}
              </Button>
              <Button onPress={onImportSample} data-testid="empty-import-sample">
                {tWindow('importSample')}
              </Button>
            </div>
            <p className={styles.note}>{t('keepsOriginals')}</p>
          </>
        )}
      </div>
    </div>
  )
}
