import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Photo } from '#contract'
import { Thumbnail } from '../ui/Thumbnail.js'
import { cameraTimeText } from './camera-time-text.js'
import styles from './CaptionPane.module.css'
import { byteText } from '../jobs/amount-text.js'

interface PhotoHeadingProps {
  readonly photos: readonly Photo[]
  /** Stands at the end of the heading. */
  readonly children?: ReactNode
}

/** How many thumbnails stand for a selection of many. */
const most = 4

/** Which photos the pane is about: their pictures, and the file's name, size and date, or their number. */
export function PhotoHeading({ photos, children }: PhotoHeadingProps) {
  const { t, i18n } = useTranslation('caption')
  const [only] = photos
  const bytes = photos.reduce((sum, photo) => sum + photo.bytes, 0)
  return (
    <header className={styles.heading}>
      <div className={styles.pictures} data-count={Math.min(photos.length, most)}>
        {photos.slice(0, most).map((photo) => (
          <Thumbnail key={photo.id} sha256={photo.sha256} />
        ))}
      </div>
      {photos.length === 1 && only !== undefined ? (
        <div className={styles.facts}>
          <h2 className={styles.file} title={only.file}>
            {only.file}
          </h2>
          <p>
            {only.width} × {only.height} · {byteText(bytes, i18n.language)}
          </p>
          <p>{cameraTimeText(only.takenAt)}</p>
          {only.companions.length > 0 && (
            <p className={styles.companions} data-testid="companions">
              {t('companions', { files: only.companions.map(({ file }) => file).join(t('companionSeparator')) })}
            </p>
          )}
        </div>
      ) : (
        <div className={styles.facts}>
          <h2 className={styles.file}>{t('photosSelected', { count: photos.length })}</h2>
          <p>{byteText(bytes, i18n.language)}</p>
        </div>
      )}
      {children}
    </header>
  )
}
