import { Button, GridListItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Photo, StoryPhoto } from '#contract'
import type { Suggestion } from '../article/useCaptionMatching.js'
import { Thumbnail } from '../ui/Thumbnail.js'
import styles from './StoryPhotos.module.css'

interface StoryPhotoItemProps {
  readonly use: StoryPhoto
  /** Missing for a moment, when the photo was just added. */
  readonly photo: Photo | undefined
  /** Its place, counted from 1. */
  readonly at: number
  readonly total: number
  readonly suggestion: Suggestion | undefined
}

/** One photo of a story: number, picture, the caption that will be printed, the credit, and what is missing. */
export function StoryPhotoItem({ use, photo, at, total, suggestion }: StoryPhotoItemProps) {
  const { t } = useTranslation('story')
  const { t: tArticle } = useTranslation('article')
  const caption = use.printedCaption ?? photo?.caption ?? ''
  const label = t('photoLabel', { at, total, file: photo?.file ?? '', caption: caption || t('noCaption') })
  const ownCaption = use.printedCaption !== null && use.printedCaption !== photo?.caption
  return (
    <GridListItem id={use.photoId} textValue={label} className={styles.item ?? ''} data-testid="story-photo">
      <Button slot="drag" className={styles.number ?? ''} aria-label={t('dragHandle', { at })}>
        {at}
      </Button>
      <span className={styles.picture}>{photo !== undefined && <Thumbnail sha256={photo.sha256} />}</span>
      <span className={styles.texts}>
        <span className={styles.caption} data-empty={caption === ''}>
          {caption || t('noCaption')}
        </span>
        <span className={styles.marks}>
          {photo?.credit}
          {ownCaption && <span className={styles.own}>{t('printedMark')}</span>}
          {caption === '' && <span className={styles.missing}>{t('missingCaption')}</span>}
          {suggestion !== undefined && (
            <span className={styles.own} data-testid="suggestion">
              {tArticle('suggested', {
                number: suggestion.caption + 1,
                reason: tArticle(`reason${suggestion.reason}`),
              })}
            </span>
          )}
          {photo?.credit === '' && <span className={styles.missing}>{t('missingCredit')}</span>}
        </span>
        <span className={styles.file}>{photo?.file}</span>
      </span>
    </GridListItem>
  )
}
