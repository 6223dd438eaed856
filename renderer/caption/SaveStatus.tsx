import { useTranslation } from 'react-i18next'
import { useErrorText } from '../i18n/useErrorText.js'
import { Button } from '../ui/Button.js'
import type { Autosave } from './autosave.js'
import { readCameraTime } from './camera-time-text.js'
import type { Draft, SaveState, Unsaved } from './draft.js'
import { saveState } from './draft.js'
import { dateProblems } from './date-problems.js'
import styles from './SaveStatus.module.css'

const stateTexts = {
  typing: 'stateTyping',
  saving: 'stateSaving',
  saved: 'stateSaved',
} as const satisfies Partial<Record<SaveState, string>>

interface SaveStatusProps<T, F extends string> {
  readonly draft: Draft<T, F>
  readonly autosave: Autosave<T, F>
  readonly testId: string
}

/** Says whether the text is on disk, and what to do where it could not be saved. */
export function SaveStatus<T, F extends string>({ draft, autosave, testId }: SaveStatusProps<T, F>) {
  const { t } = useTranslation('caption')
  const reasonOf = useReason()
  const state = saveState(draft)
  const failed = draft.queue.find((one) => one.state === 'failed')
  return (
    <div className={styles.status} data-testid={testId} data-state={state} role="status">
      {failed === undefined ? (
        state in stateTexts && t(stateTexts[state as keyof typeof stateTexts]) // checked just before
      ) : (
        <>
          <p>{t('stateFailed', { reason: reasonOf(failed) })}</p>
          <p>{t('stateFailedKept')}</p>
          {Array.isArray(failed.target) && failed.target !== draft.target && (
            <p>{t('stateFailedElsewhere', { count: failed.target.length })}</p>
          )}
          <div className={styles.actions}>
            <Button onPress={() => autosave.dispatch({ type: 'retry' })}>{t('retry')}</Button>
            <Button onPress={() => autosave.dispatch({ type: 'discard' })}>{t('discard')}</Button>
          </div>
        </>
      )}
    </div>
  )
}

/** Why a text could not be saved; a date that cannot be read gets its own sentence. */
function useReason(): (unsaved: Unsaved<unknown, string>) => string {
  const { t } = useTranslation('caption')
  const errorText = useErrorText()
  return ({ error, texts }) => {
    const dates = [texts.takenAt, texts.embargo, texts.expires].map((text) => readCameraTime(text ?? ''))
    const unread = dates.find((date) => !date.ok)
    if (error?.code === 'invalid-input' && unread?.ok === false) return t(dateProblems[unread.problem])
    return error === null ? '' : errorText(error)
  }
}
