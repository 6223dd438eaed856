import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandOutput, PhotoId } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { isComposing } from '../caption/composition.js'
import { keyName } from '../caption/shortcuts.js'
import styles from './People.module.css'

type Suggestion = CommandOutput<'people.suggest'>['names'][number]

interface NameEntryProps {
  readonly photoId: PhotoId
  readonly name: string
  /** Names that other boxes have. */
  readonly taken: readonly string[]
  /** The name was taken, or left as it is by Esc; `stay` tells whether the keyboard goes back to the box. */
  readonly onDone: (name: string, stay: boolean) => void
}

/** As many as there are digits for. */
const most = 9

/** The box in which a name is typed, with names offered below it: arrows and Enter, or Ctrl and a digit, take one. */
export function NameEntry({ photoId, name, taken, onDone }: NameEntryProps) {
  const { t } = useTranslation('people')
  const [text, setText] = useState(name)
  const [found, setFound] = useState<{ typed: string; names: readonly Suggestion[] }>({ typed: '', names: [] })
  const [at, setAt] = useState<number | null>(null)
  const box = useRef<HTMLInputElement>(null)
  const done = useRef(false)
  // Before anything is typed, the photo's own names help; the name that stands there already finds nobody but itself.
  const typed = text === name ? '' : text

  useEffect(() => {
    box.current?.focus({ preventScroll: true })
    box.current?.select()
  }, [])
  useEffect(() => {
    let wanted = true
    // Without suggestions, one types on.
    invoke('people.suggest', { photoId, typed }).then(
      ({ names }) => wanted && setFound({ typed, names }),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [photoId, typed])

  const names = found.names.filter((each) => !taken.includes(each.name)).slice(0, most)
  const finish = (value: string, stay: boolean) => {
    if (done.current) return
    done.current = true
    onDone(value.trim(), stay)
  }
  return (
    <div className={styles.entry} onPointerDown={(event) => event.stopPropagation()} data-testid="person-entry">
      <input
        ref={box}
        type="text"
        role="combobox"
        className={styles.name}
        value={text}
        aria-label={t('name')}
        aria-expanded={names.length > 0}
        aria-controls="people-names"
        aria-activedescendant={at === null ? undefined : `people-name-${at}`}
        placeholder={t('namePlaceholder')}
        autoComplete="off"
        spellCheck={false}
        data-undo="native"
        data-testid="person-name"
        onChange={({ target }) => {
          setText(target.value)
          setAt(null)
        }}
        onBlur={({ target }) => finish(target.value, false)}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (isComposing(event)) return
          const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
          const chosen = at === null ? undefined : names[at]
          if (event.key === 'Enter') finish(chosen?.name ?? text, true)
          else if (event.key === 'Escape') finish(name, true)
          else if (event.key === 'Tab') finish(chosen?.name ?? text, true)
          else if (event.key === 'ArrowDown' && names.length > 0) setAt(at === null ? 0 : (at + 1) % names.length)
          else if (event.key === 'ArrowUp' && names.length > 0)
            setAt(at === null ? names.length - 1 : (at + names.length - 1) % names.length)
          else if (digit !== undefined && (event.ctrlKey || event.metaKey) && names[Number(digit) - 1] !== undefined)
            finish(names[Number(digit) - 1]?.name ?? text, true)
          else return
          event.preventDefault()
        }}
      />
      {names.length > 0 && (
        <ul id="people-names" role="listbox" aria-label={t('names')} className={styles.names}>
          {names.map((each, place) => (
            <li
              key={each.name}
              id={`people-name-${place}`}
              role="option"
              aria-selected={place === at}
              data-testid="person-suggestion"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => finish(each.name, true)}
            >
              <kbd>{place + 1}</kbd>
              <span>{each.name}</span>
              <small>{each.title}</small>
            </li>
          ))}
        </ul>
      )}
      {names.length > 0 && <p className={styles.entryHint}>{t('namesHint', { key: keyName('Mod', '1') })}</p>}
    </div>
  )
}
