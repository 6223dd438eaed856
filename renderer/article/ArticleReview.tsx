import { useTranslation } from 'react-i18next'
import styles from './ArticleDialog.module.css'
import { MarkedArticle } from './MarkedArticle.js'
import type { ArticleReading } from './useArticle.js'

interface ArticleReviewProps {
  readonly reading: ArticleReading
  readonly refused: readonly number[]
  readonly onToggle: (at: number) => void
}

/** What was found in an article, and its text with every change marked. */
export function ArticleReview({ reading, refused, onToggle }: ArticleReviewProps) {
  const { t, i18n } = useTranslation('article')
  const { article, pictures } = reading
  const { headline, reporters, correspondents, captions, repairs, suspects } = article
  const people = new Intl.ListFormat(i18n.language, { style: 'narrow' }).format([...reporters, ...correspondents])
  const made = repairs.filter(({ at }) => !refused.includes(at)).length
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('headline')}</dt>
        <dd className={headline === '' ? styles.absent : undefined} data-testid="article-headline">
          {headline || t('noHeadline')}
        </dd>
        <dt>{t('byline')}</dt>
        <dd className={people === '' ? styles.absent : undefined} data-testid="article-byline">
          {people || t('noByline')}
        </dd>
      </dl>
      <p className={styles.note} data-testid="article-captions">
        {captions.length === 0 ? t('noCaptions') : t('captions', { count: captions.length })}
        {pictures > 0 && ` · ${t('pictures', { count: pictures })}`}
      </p>
      <p className={styles.note} data-testid="article-repairs">
        {repairs.length === 0 && suspects.length === 0 ? t('sound') : t('repairs', { count: made })}
      </p>
      {suspects.length > 0 && (
        <p className={`${styles.note ?? ''} ${styles.doubt ?? ''}`}>{t('suspects', { count: suspects.length })}</p>
      )}
      <MarkedArticle reading={reading} refused={refused} onToggle={onToggle} />
      <p className={styles.note}>{t('replaces')}</p>
    </>
  )
}
