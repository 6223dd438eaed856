import type { KeyboardEvent } from 'react'
import { useCallback, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoId, StoryId } from '#contract'
import type { DraftedField } from './field-text.js'
import type { Expand } from './code-expansion.js'
import styles from './CreditField.module.css'
import { DraftField } from './DraftField.js'
import type { Draft } from './draft.js'
import { shownText } from './draft.js'
import { CreditReading } from './CreditReading.js'
import { matchCredits } from './match-credits.js'
import { photoAutosave } from './photo-autosave.js'
import { useCreditKeys } from './useCreditKeys.js'
import { useKnownCredits } from './useKnownCredits.js'

interface CreditFieldProps {
  readonly autosave: typeof photoAutosave
  readonly draft: Draft<readonly PhotoId[], DraftedField>
  readonly readOnly: boolean
  readonly mixed: string
  /** The photos just selected are still being read; a key pressed now is theirs. */
  readonly waiting: boolean
  readonly expand: Expand
  /** The story in whose context the photos are looked at; its article completes credits. */
  readonly storyId: StoryId | null
}

/**
 * The credit with the desk's own credits below it, filtered as one types: arrows and Enter choose, Alt and a digit chooses at once
 * for the whole selection, Esc puts the list away.
 */
export function CreditField(props: CreditFieldProps) {
  const { autosave, draft, readOnly, mixed, expand, storyId, waiting } = props
  const { t } = useTranslation('caption')
  const id = useId()
  const { credits, refresh, remember } = useKnownCredits(storyId)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  // What was typed since the box was entered; the draft forgets it as soon as it is saved.
  const [typed, setTyped] = useState('')
  const shown = matchCredits(credits, typed)

  const choose = useCallback(
    (line: string) => {
      autosave.dispatch({ type: 'type', field: 'credit', text: line })
      autosave.dispatch({ type: 'flush' })
      remember(line)
      setTyped('')
      setOpen(false)
      setActive(-1)
    },
    [autosave, remember],
  )
  // The digits stand beside the list that is seen; while it is put away they mean the likeliest of all.
  const byDigit = useCallback(
    (place: number) => {
      const credit = (open ? matchCredits(credits, typed) : credits)[place]
      if (credit === undefined) return false
      choose(credit.line)
      return true
    },
    [open, credits, typed, choose],
  )
  useCreditKeys(readOnly ? null : byDigit, waiting)

  const onKey = (event: KeyboardEvent): boolean => {
    if (readOnly) return false
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault()
      if (!open) setOpen(true)
      const places = shown.length + 1
      setActive(((active + 1 + step + places) % places) - 1)
      return true
    }
    const credit = shown[active]
    if (open && event.key === 'Enter' && !event.ctrlKey && !event.metaKey && credit !== undefined) {
      event.preventDefault()
      choose(credit.line)
      return true
    }
    if (open && event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
      setActive(-1)
      return true
    }
    return false
  }

  const isListed = open && !readOnly
  return (
    <DraftField
      autosave={autosave}
      draft={draft}
      readOnly={readOnly}
      mixed={mixed}
      expand={expand}
      field="credit"
      label={t('credit')}
      placeholder={t('creditPlaceholder')}
      testId="credit-field"
      onKey={onKey}
      onTyped={(text) => {
        setTyped(text)
        setOpen(true)
        setActive(-1)
      }}
      onFocusChange={(focused) => {
        setOpen(focused)
        setTyped('')
        setActive(-1)
        if (focused) refresh()
        else remember(typed.trim())
      }}
      aria={{
        role: 'combobox',
        'aria-expanded': isListed,
        'aria-controls': `${id}-list`,
        'aria-autocomplete': 'list',
        ...(isListed && active >= 0 ? { 'aria-activedescendant': `${id}-${active}` } : {}),
      }}
    >
      {!isListed && (
        <CreditReading line={shownText(draft, 'credit', autosave.rules) ?? ''} readOnly={readOnly} onPrint={choose} />
      )}
      {isListed && (
        <div className={styles.list}>
          <ul id={`${id}-list`} role="listbox" aria-label={t('creditsInUse')} data-testid="credit-list">
            {shown.map(({ line, photos }, place) => (
              <li
                key={line}
                id={`${id}-${place}`}
                role="option"
                aria-selected={place === active}
                className={styles.credit}
                data-testid="known-credit"
                // The box keeps the focus, so that leaving it does not put the list away before the click counts.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(line)}
              >
                <kbd className={styles.digit}>{place + 1}</kbd>
                <span className={styles.line}>{line}</span>
                {photos > 0 && <span className={styles.uses}>{t('creditUses', { count: photos })}</span>}
              </li>
            ))}
          </ul>
          <p className={styles.note}>{shown.length === 0 ? t('creditsNone') : t('creditsHint')}</p>
        </div>
      )}
    </DraftField>
  )
}
