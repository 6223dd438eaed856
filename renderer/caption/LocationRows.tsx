import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Location, PhotoId } from '#contract'
import { Button } from '../ui/Button.js'
import { isComposing } from './composition.js'
import type { Draft } from './draft.js'
import { shownText } from './draft.js'
import boxStyles from './DraftField.module.css'
import type { DraftedField } from './field-text.js'
import styles from './LocationRows.module.css'
import {
  emptyLocation,
  type LocationPart,
  locationParts,
  mostLocations,
  rowsOf,
  showLocations,
} from './location-text.js'
import { photoAutosave } from './photo-autosave.js'

interface LocationRowsProps {
  readonly draft: Draft<readonly PhotoId[], DraftedField>
  /** `locationCreated` holds one place at most. */
  readonly field: 'locationCreated' | 'locationsShown'
  readonly readOnly: boolean
  readonly mixed: string
}

/**
 * Places taken apart, one row of boxes each, saved by themselves as any text. Enter hands over, Esc takes back what is not handed over
 * yet; an empty row goes when the cursor leaves the rows.
 */
export function LocationRows({ draft, field, readOnly, mixed }: LocationRowsProps) {
  const { t } = useTranslation('fields')
  const rows = useRef<HTMLFieldSetElement>(null)
  const wanted = useRef<number | null>(null)
  const text = shownText(draft, field, photoAutosave.rules)
  const locations = rowsOf(text ?? '')
  const most = field === 'locationCreated' ? 1 : mostLocations
  const isIn = (target: EventTarget | null) => target instanceof Node && rows.current?.contains(target) === true

  useEffect(() => {
    if (wanted.current === null) return
    const boxes = rows.current?.querySelectorAll<HTMLElement>('[data-part="place"], [data-add]') ?? []
    boxes[Math.min(wanted.current, boxes.length - 1)]?.focus()
    wanted.current = null
  })

  const change = (next: readonly Location[]) =>
    photoAutosave.dispatch({ type: 'type', field, text: showLocations(next) })
  const setPart = (at: number, part: LocationPart, value: string) =>
    change(locations.map((row, place) => (place === at ? { ...row, [part]: value } : row)))
  const add = () => {
    wanted.current = locations.length
    change([...locations, emptyLocation])
  }
  const remove = (at: number) => {
    wanted.current = at
    change(locations.filter((_, place) => place !== at))
    photoAutosave.dispatch({ type: 'flush' })
  }
  const onFocus = () => {
    if (draft.focused !== field) photoAutosave.dispatch({ type: 'focus', field })
  }
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (!isIn(relatedTarget)) photoAutosave.dispatch({ type: 'blur', field })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || !(event.target instanceof HTMLInputElement)) return
    if (event.key === 'Escape' && draft.typed[field] !== undefined) {
      event.preventDefault()
      event.stopPropagation()
      photoAutosave.dispatch({ type: 'revert', field })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      photoAutosave.dispatch({ type: 'flush' })
    }
  }
  return (
    <fieldset
      ref={rows}
      className={styles.rows}
      onFocus={onFocus}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
      data-testid={`${field}-rows`}
      data-mixed={text === null}
    >
      <legend className={boxStyles.label}>{t(field)}</legend>
      {text === null && <p className={styles.mixed}>{mixed}</p>}
      {locations.map((row, at) => (
        // Rows are told apart by their place alone: what they say is being typed.
        <div key={at} className={styles.row} role="group" aria-label={t('location', { number: at + 1 })}>
          {locationParts.map((part) => (
            <input
              key={part}
              className={boxStyles.box}
              type="text"
              value={row[part]}
              placeholder={t(`location${part}`)}
              aria-label={t(`location${part}`)}
              title={row[part]}
              readOnly={readOnly}
              autoComplete="off"
              data-part={part}
              onChange={({ target }) => setPart(at, part, target.value)}
              onCompositionStart={() => photoAutosave.dispatch({ type: 'compose' })}
              onCompositionEnd={() => photoAutosave.dispatch({ type: 'composed' })}
            />
          ))}
          {!readOnly && (
            <Button
              variant="quiet"
              className={styles.remove}
              onPress={() => remove(at)}
              aria-label={t('locationRemove', { number: at + 1 })}
              data-part="remove"
            >
              ✕
            </Button>
          )}
        </div>
      ))}
      {!readOnly && locations.length < most && (
        <Button variant="quiet" className={styles.add} onPress={add} data-add="" data-testid={`${field}-add`}>
          {t(text === null ? 'locationSame' : 'locationAdd')}
        </Button>
      )}
    </fieldset>
  )
}
