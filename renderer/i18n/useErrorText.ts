import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { CutlineError } from '#contract'

/** Turns an error into a sentence of the interface's language, with its full stop. */
export function useErrorText(): (error: CutlineError) => string {
  const { t } = useTranslation('errors')
  return useCallback((error) => t(error.code), [t])
}
