import { useTranslation } from 'react-i18next'
import type { Photo } from '#contract'
import styles from './CullMarks.module.css'
import { colourOf, labels } from './labels.js'
import { starsText } from './stars-text.js'

interface CullMarksProps {
  readonly photo: Pick<Photo, 'flag' | 'rating' | 'label'>
}

/** What culling said of a photo: pick or reject, stars, and the label's colour. Nothing where it said nothing. */
export function CullMarks({ photo }: CullMarksProps) {
  const isMarked = photo.flag !== '' || (photo.rating ?? 0) !== 0 || colourOf(photo.label) !== null
  // Most photos have none, and looking for words costs as much as a tile.
  return isMarked ? <Marks photo={photo} /> : null
}

function Marks({ photo }: CullMarksProps) {
  const { t } = useTranslation('culling')
  const rating = photo.rating ?? 0
  const colour = colourOf(photo.label)
  // A reject of another program is XMP's rating -1.
  const flag = photo.flag === '' && rating < 0 ? 'reject' : photo.flag
  const known = labels.find(({ name }) => name === photo.label)
  return (
    <span className={styles.marks} data-testid="cull-marks">
      {flag !== '' && (
        <span className={styles.flag} data-flag={flag} title={t(`flag_${flag}`)}>
          {flag === 'pick' ? '✓' : '✕'}
        </span>
      )}
      {colour !== null && (
        <span
          className={styles.label}
          style={{ background: colour }}
          title={known === undefined ? photo.label : t(`label_${known.name}`)}
          data-label={photo.label}
        />
      )}
      {rating > 0 && (
        <span className={styles.stars} title={t('stars', { count: rating })}>
          {starsText(rating)}
        </span>
      )}
    </span>
  )
}
