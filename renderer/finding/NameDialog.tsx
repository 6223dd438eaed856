import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import { TextField } from '../ui/TextField.js'

interface NameDialogProps {
  readonly title: string
  readonly name: string
  readonly onName: (name: string) => void
  readonly onClose: () => void
}

/** Asks for a search's name. */
export function NameDialog({ title, name, onName, onClose }: NameDialogProps) {
  const { t } = useTranslation('finding')
  const [typed, setTyped] = useState(name)
  const given = typed.trim()
  return (
    <Dialog title={title} onClose={onClose} data-testid="name-dialog">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (given === '') return
          onName(given)
          onClose()
        }}
      >
        <TextField
          label={t('savedName')}
          hint={t('savedHint')}
          value={typed}
          onChange={setTyped}
          maxLength={200}
          autoFocus
          data-testid="saved-name"
        />
        <footer>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={given === ''} data-testid="save-name">
            {t('save')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
