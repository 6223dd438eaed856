import { useTranslation } from 'react-i18next'
import type { ArticleCaption, PhotoId } from '#contract'
import { Button } from '../ui/Button.js'
import styles from './ArticleCaptions.module.css'
import { captionDragType } from './caption-drag.js'

interface ArticleCaptionsProps {
  readonly captions: readonly ArticleCaption[]
  /** The photos that carry each. */
  readonly uses: readonly (readonly PhotoId[])[]
  readonly completed: ReadonlySet<number>
  readonly onComplete: (caption: number) => void
  readonly selected: number
  readonly suggested: number
  readonly photoCount: number
  readonly readOnly: boolean
  readonly onAssign: (caption: number) => void
  readonly onTakeSuggestions: () => void
  readonly onInOrder: () => void
}

/** The captions that an article brought, numbered: dragged onto photos, given by digits, in order or as suggested. */
export function ArticleCaptions(props: ArticleCaptionsProps) {
  const { captions, uses, completed, onComplete, selected, suggested, photoCount, readOnly, onAssign } = props
  const { t } = useTranslation('article')
  return (
    <section className={styles.captions} aria-label={t('list')} data-testid="article-caption-list">
      <p className={styles.hint}>{photoCount === 0 ? t('hintNoPhotos') : t('hint')}</p>
      {!readOnly && photoCount > 0 && (
        <div className={styles.tools}>
          <Button
            variant="primary"
            onPress={props.onTakeSuggestions}
            isDisabled={suggested === 0}
            data-testid="take-suggestions"
          >
            {t('takeSuggestions')}
          </Button>
          <Button onPress={props.onInOrder} data-testid="assign-in-order">
            {t('inOrder')}
          </Button>
          <span className={styles.count} data-testid="suggestion-count">
            {suggested > 0 ? t('suggestions', { count: suggested }) : t('inOrderHint')}
          </span>
        </div>
      )}
      <ol className={styles.list}>
        {captions.map(({ caption, credit, completed: whole }, place) => {
          const count = uses[place]?.length ?? 0
          return (
            <li
              // Captions of an article have no name but their place, which never changes.
              key={place}
              className={styles.item}
              draggable={!readOnly}
              onDragStart={({ dataTransfer }) => {
                dataTransfer.setData(captionDragType, String(place))
                dataTransfer.effectAllowed = 'copyMove'
              }}
              data-used={count > 0}
              data-testid="article-caption"
            >
              <kbd className={styles.number}>{place + 1}</kbd>
              <div className={styles.texts}>
                <p className={styles.caption}>{caption}</p>
                <p className={styles.credit}>
                  <span>{(completed.has(place) ? whole : null) ?? (credit || t('noCredit'))}</span>
                  {count > 0 && <span className={styles.used}>{t('used', { count })}</span>}
                </p>
                {!readOnly && (
                  <div className={styles.actions}>
                    <Button
                      variant="quiet"
                      onPress={() => onAssign(place)}
                      isDisabled={selected === 0}
                      data-testid="assign-caption"
                    >
                      {t('assignTo', { count: selected })}
                    </Button>
                    {whole !== null && (
                      <label className={styles.complete}>
                        <input
                          type="checkbox"
                          checked={completed.has(place)}
                          onChange={() => onComplete(place)}
                          data-testid="complete-credit"
                        />
                        {t('completeTo', { credit: whole })}
                      </label>
                    )}
                  </div>
                )}
              </div>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
