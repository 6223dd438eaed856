import { useTranslation } from 'react-i18next'
import type { StorySummary } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import { useAttempt } from './useAttempt.js'

interface DeleteStoryDialogProps {
  readonly story: StorySummary
  readonly onClose: () => void
  readonly onDeleted: () => void
}

/** Asks before a story is deleted, and says what stays. */
export function DeleteStoryDialog({ story, onClose, onDeleted }: DeleteStoryDialogProps) {
  const { t } = useTranslation('story')
  const errorText = useErrorText()
  const { message, attempt } = useAttempt()
  const remove = () =>
    attempt(async () => {
      await invoke('stories.delete', { id: story.id })
      onDeleted()
      onClose()
    })
  return (
    <Dialog title={t('deleteTitle', { story: story.headline || t('untitled') })} onClose={onClose} role="alertdialog">
      <p>{t('deleteText')}</p>
      {message instanceof Error && <p role="alert">{t('couldNot', { reason: errorText(message) })}</p>}
      <footer>
        <Button onPress={onClose} autoFocus>
          {t('cancel')}
        </Button>
        <Button variant="danger" onPress={remove} data-testid="delete-confirm">
          {t('deleteConfirm')}
        </Button>
      </footer>
    </Dialog>
  )
}
