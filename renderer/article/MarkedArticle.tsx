import { useTranslation } from 'react-i18next'
import type { ArticleReading } from './useArticle.js'
import { markedText } from './marked-text.js'
import styles from './ArticleDialog.module.css'

interface MarkedArticleProps {
  readonly reading: ArticleReading
  readonly refused: readonly number[]
  readonly onToggle: (at: number) => void
}

/** The article as it came with its repairs marked, each a button that refuses it; damage left alone is marked as well. */
export function MarkedArticle({ reading, refused, onToggle }: MarkedArticleProps) {
  const { t } = useTranslation('article')
  const { repairs, suspects } = reading.article
  return (
    <div className={styles.text} aria-label={t('original')} role="document" tabIndex={0} data-testid="article-text">
      {markedText(reading.original, repairs, suspects).map((piece) => {
        if (piece.kind === 'text') return <span key={piece.at}>{piece.text}</span>
        if (piece.kind === 'suspect') {
          return (
            <mark key={piece.at} className={styles.suspect} title={t('suspectOf', { text: piece.text })}>
              {piece.text}
            </mark>
          )
        }
        const { at, before, after } = piece.repair
        const isRefused = refused.includes(at)
        return (
          <button
            key={at}
            type="button"
            className={styles.repair}
            aria-pressed={!isRefused}
            title={after === '' ? t('repairDropped', { before }) : t('repairOf', { before, after })}
            onClick={() => onToggle(at)}
            data-testid="article-repair"
          >
            <del>{before}</del>
            {after !== '' && <ins>{after}</ins>}
          </button>
        )
      })}
    </div>
  )
}
