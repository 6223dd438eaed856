import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './SearchBox.module.css'
import type { Suggestion } from './suggestions.js'

interface SearchPopupProps {
  readonly id: string
  readonly suggestions: readonly Suggestion[]
  readonly at: number | null
  readonly onAt: (at: number | null) => void
  readonly onChoose: (suggestion: Suggestion) => void
}

/** Under the search box: what it may be completed to, or searches made before. */
export function SearchPopup({ id, suggestions, at, onAt, onChoose }: SearchPopupProps) {
  const { t, i18n } = useTranslation('finding')
  const number = new Intl.NumberFormat(i18n.language)
  const detailOf = (suggestion: Suggestion): string => {
    if (suggestion.kind !== 'completion') return ''
    if (suggestion.facet === null) return suggestion.count > 0 ? number.format(suggestion.count) : t('field')
    return `${t(`filter${suggestion.facet}`)} ${number.format(suggestion.count)}`
  }
  return (
    <div className={styles.popup}>
      <ul id={id} role="listbox" aria-label={t('suggestions')} data-testid="search-suggestions">
        {suggestions.map((suggestion, place) => (
          <Fragment key={place}>
            {suggestion.kind !== 'completion' && suggestion.kind !== suggestions[place - 1]?.kind && (
              <li role="presentation" className={styles.groupName}>
                {t(suggestion.kind === 'recent' ? 'recentSearches' : 'filtersaved')}
              </li>
            )}
            <li
              id={`${id}-${place}`}
              role="option"
              aria-selected={at === place}
              className={styles.entry}
              // The box keeps the keyboard.
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => onAt(place)}
              onMouseLeave={() => onAt(null)}
              onClick={() => onChoose(suggestion)}
              data-testid="search-suggestion"
            >
              <span className={styles.entryText}>
                {suggestion.kind === 'saved' ? suggestion.record.name : suggestion.text}
              </span>
              <span className={styles.detail}>{detailOf(suggestion)}</span>
            </li>
          </Fragment>
        ))}
      </ul>
      {suggestions[0]?.kind === 'completion' && <p className={styles.keys}>{t('completionKeys')}</p>}
    </div>
  )
}
