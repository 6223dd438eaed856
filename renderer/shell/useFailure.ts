import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { CutlineError } from '#contract'
import { useErrorText } from '../i18n/useErrorText.js'
import { useNotices } from '../ui/notices.js'

/** Does something that was asked for from a menu or a button; when it fails, a notice says why. */
export function useFailure(): (what: () => Promise<unknown>) => void {
  const { t } = useTranslation('window')
  const errorText = useErrorText()
  const { fail } = useNotices()
  return useCallback(
    (what) => {
      what().catch((thrown: unknown) => fail(t('couldNot', { reason: errorText(CutlineError.from(thrown)) })))
    },
    [t, errorText, fail],
  )
}
