import { useTranslation } from 'react-i18next'
import type { CutlineError } from '#contract'
import { useErrorText } from '../i18n/useErrorText.js'
import { Blank } from '../ui/Blank.js'
import { Button } from '../ui/Button.js'

/** Before the window: the shell is still opening the archive, or could not start. */
export function Starting({ error, onRetry }: { readonly error: CutlineError | null; readonly onRetry: () => void }) {
  const { t } = useTranslation('window')
  const errorText = useErrorText()
  if (error === null) return <Blank title={t('starting')} data-testid="starting" />
  return (
    <Blank title={t('startFailed', { reason: errorText(error) })} role="alert" data-testid="start-failed">
      <Button variant="primary" onPress={onRetry}>
        {t('retry')}
      </Button>
    </Blank>
  )
}
