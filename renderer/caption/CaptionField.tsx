import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoId } from '#contract'
import type { DraftedField } from './field-text.js'
import styles from './CaptionPane.module.css'
import { expandDeskCode } from './code-expansion.js'
import listStyles from './CreditField.module.css'
import type { Draft } from './draft.js'
import { DraftField } from './DraftField.js'
import type { photoAutosave } from './photo-autosave.js'
import { keyName } from './shortcuts.js'
import { useCompletions } from './useCompletions.js'

interface CaptionFieldProps {
  readonly autosave: typeof photoAutosave
  readonly draft: Draft<readonly PhotoId[], DraftedField>
  readonly readOnly: boolean
  readonly mixed: string
  readonly box: RefObject<(HTMLTextAreaElement & HTMLInputElement) | null>
  readonly onNext: (() => void) | undefined
}

/** The caption, with people, events and places of the desk and earlier captions offered below it while one types; Ctrl and a digit takes one. */
export function CaptionField({ autosave, draft, readOnly, mixed, box, onNext }: CaptionFieldProps) {
  const { t } = useTranslation('caption')
  const { t: tFacts } = useTranslation('facts')
  const photoId = draft.target?.[0] ?? null
  const { completions, look, take, close } = useCompletions(box, readOnly ? null : photoId, (text) =>
    autosave.dispatch({ type: 'type', field: 'caption', text }),
  )
  return (
    <DraftField
      autosave={autosave}
      draft={draft}
      readOnly={readOnly}
      mixed={mixed}
      expand={expandDeskCode}
      field="caption"
      label={t('caption')}
      placeholder={t('captionPlaceholder')}
      rows={6}
      className={styles.caption}
      ref={box}
      onSubmit={onNext}
      testId="caption-field"
      onTyped={look}
      onFocusChange={(focused) => {
        if (focused) look()
        else close()
      }}
      onKey={(event) => {
        const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
        if (digit !== undefined && (event.ctrlKey || event.metaKey) && !event.altKey && take(Number(digit) - 1)) {
          event.preventDefault()
          return true
        }
        if (event.key !== 'Escape' || completions.length === 0) return false
        event.preventDefault()
        event.stopPropagation()
        close()
        return true
      }}
    >
      {completions.length > 0 && (
        <div className={listStyles.list}>
          <ul role="listbox" aria-label={t('completions')} data-testid="completions">
            {completions.map(({ kind, text }, place) => (
              <li
                key={`${kind} ${text}`}
                role="option"
                aria-selected={false}
                className={listStyles.credit}
                data-testid="completion"
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => take(place)}
              >
                <kbd className={listStyles.digit}>{place + 1}</kbd>
                <span className={listStyles.line}>{text}</span>
                {kind === 'caption' && <span className={listStyles.uses}>{t('earlierCaption')}</span>}
                {kind !== 'caption' && kind !== 'person' && (
                  <span className={listStyles.uses}>{tFacts(`kind${kind}`)}</span>
                )}
              </li>
            ))}
          </ul>
          <p className={listStyles.note}>{t('completionsHint', { key: keyName('Mod', '1') })}</p>
        </div>
      )}
    </DraftField>
  )
}
