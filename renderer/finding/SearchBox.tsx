import type { ChangeEvent, FocusEvent, KeyboardEvent, RefObject } from 'react'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueryProblem, SavedSearch } from '#contract'
import { isComposing, isInComposition } from '../caption/composition.js'
import { classNames } from '../ui/class-names.js'
import { CrossIcon, SearchIcon } from '../ui/icons.js'
import { MarkedQuery } from './MarkedQuery.js'
import { QueryHelp } from './QueryHelp.js'
import styles from './SearchBox.module.css'
import { SearchPopup } from './SearchPopup.js'
import type { Suggestion } from './suggestions.js'
import { completed, entryAfterKey, offersOf } from './suggestions.js'
import { useSuggestions } from './useSuggestions.js'

interface SearchBoxProps {
  readonly text: string
  readonly onText: (text: string) => void
  /** Esc was pressed in an empty box. */
  readonly onLeave: () => void
  readonly problems: readonly QueryProblem[]
  readonly recent: readonly string[]
  /** This search was meant: it is remembered. */
  readonly onSearched: (text: string) => void
  readonly saved: readonly SavedSearch[]
  readonly onSaved: (record: SavedSearch) => void
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly className?: string | undefined
}

/** The search box: finds while it is typed in, completes the query language, and offers searches made before. */
export function SearchBox(props: SearchBoxProps) {
  const { text, onText, onLeave, problems, recent, onSearched, saved, onSaved, inputRef, className } = props
  const { t } = useTranslation(['finding', 'window'])
  const listId = useId()
  /** What an input method is composing; it becomes the search when it is done. */
  const [composing, setComposing] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState<number | null>(null)
  const [scrolled, setScrolled] = useState(0)
  const { found, ask, drop } = useSuggestions()
  const caret = useRef<number | null>(null)

  const suggestions: readonly Suggestion[] =
    composing !== null ? [] : text === '' ? offersOf(recent, saved) : found.text === text ? found.suggestions : []
  const isShown = isOpen && suggestions.length > 0
  const active = isShown && at !== null ? suggestions[at] : undefined

  // A completion stands in the box first; then the caret goes behind it.
  useLayoutEffect(() => {
    if (caret.current === null) return
    inputRef.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  }, [text, inputRef])

  const typed = (value: string, place: number) => {
    setComposing(null)
    setAt(null)
    setOpen(true)
    if (value !== text) onText(value)
    if (value === '') drop()
    else ask(value, place)
  }
  const onChange = ({ target, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
    if (isInComposition(nativeEvent)) setComposing(target.value)
    else typed(target.value, target.selectionStart ?? target.value.length)
  }
  const close = () => {
    setOpen(false)
    setAt(null)
  }
  const choose = (suggestion: Suggestion) => {
    setAt(null)
    if (suggestion.kind === 'completion') {
      const place = inputRef.current?.selectionStart ?? text.length
      const next = completed(text, place, suggestion)
      caret.current = next.caret
      typed(next.text, next.caret)
      return
    }
    close()
    if (suggestion.kind === 'saved') onSaved(suggestion.record)
    else {
      caret.current = suggestion.text.length
      onText(suggestion.text)
      onSearched(suggestion.text)
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return
    const { key } = event
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      if (isShown) setAt(entryAfterKey(key, at, suggestions.length))
      else setOpen(true)
    } else if (key === 'Enter' || (key === 'Tab' && !event.shiftKey && isShown)) {
      const chosen = active ?? (key === 'Tab' && text !== '' ? suggestions[0] : undefined)
      if (chosen !== undefined) {
        event.preventDefault()
        choose(chosen)
      } else if (key === 'Enter') {
        close()
        onSearched(text)
      }
    } else if (key === 'Escape') {
      event.preventDefault()
      if (isShown) close()
      else if (text !== '') onText('')
      else onLeave()
    }
  }
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent<HTMLDivElement>) => {
    if (currentTarget.contains(relatedTarget)) return
    close()
    onSearched(text)
  }

  return (
    <div className={classNames(styles.search, className)} onBlur={onBlur}>
      <SearchIcon />
      <div className={styles.line}>
        {composing === null && <MarkedQuery text={text} problems={problems} scrolled={scrolled} />}
        <input
          ref={inputRef}
          className={styles.input}
          role="combobox"
          aria-label={t('search', { ns: 'window' })}
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls={listId}
          aria-activedescendant={active === undefined ? undefined : `${listId}-${String(at)}`}
          aria-invalid={problems.length > 0}
          placeholder={t('searchPlaceholder', { ns: 'window' })}
          value={composing ?? text}
          maxLength={2_000}
          spellCheck="false"
          autoComplete="off"
          data-undo="native"
          onChange={onChange}
          onCompositionEnd={({ currentTarget: box }) => typed(box.value, box.selectionStart ?? box.value.length)}
          onKeyDown={onKeyDown}
          onFocus={() => setOpen(true)}
          onScroll={({ currentTarget }) => setScrolled(currentTarget.scrollLeft)}
          data-testid="search"
        />
      </div>
      {text !== '' && (
        <button
          type="button"
          className={styles.clear}
          aria-label={t('clearSearch', { ns: 'window' })}
          tabIndex={-1}
          onClick={() => {
            onText('')
            inputRef.current?.focus()
          }}
        >
          <CrossIcon />
        </button>
      )}
      <QueryHelp
        onExample={(example) => {
          onText(text.trim() === '' ? example : `${text.trimEnd()} ${example}`)
          inputRef.current?.focus()
        }}
      />
      {isShown && <SearchPopup id={listId} suggestions={suggestions} at={at} onAt={setAt} onChoose={choose} />}
    </div>
  )
}
