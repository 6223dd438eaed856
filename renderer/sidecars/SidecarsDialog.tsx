import { useTranslation } from 'react-i18next'
import type { CommandInput } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { useAttempt } from '../story/useAttempt.js'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import { PhotoDifference } from './PhotoDifference.js'
import styles from './SidecarsDialog.module.css'
import { useDifferences } from './useDifferences.js'

interface SidecarsDialogProps {
  readonly onClose: () => void
}

/** What other programs have changed in sidecars, photo by photo and field by field, to be taken or refused. */
export function SidecarsDialog({ onClose }: SidecarsDialogProps) {
  const { t } = useTranslation('sidecars')
  const errorText = useErrorText()
  const { message, say, attempt } = useAttempt()
  const { differences, reload } = useDifferences(say)
  const decide = (input: CommandInput<'sidecars.resolve'>) =>
    attempt(async () => {
      const { decided } = await invoke('sidecars.resolve', input)
      await reload()
      return t('decided', { count: decided })
    })
  const { total, photos } = differences ?? { total: 0, photos: [] }
  return (
    <Dialog title={t('title')} onClose={onClose} wide data-testid="sidecars-dialog">
      <p className={styles.note}>{t('note')}</p>
      {differences !== null && photos.length === 0 ? (
        <p className={styles.empty}>{t('none')}</p>
      ) : (
        <ul className={styles.photos}>
          {photos.map((difference) => (
            <PhotoDifference
              key={difference.photoId}
              difference={difference}
              onDecide={(choice) => decide({ choices: [{ photoId: difference.photoId, ...choice }] })}
            />
          ))}
        </ul>
      )}
      {total > photos.length && photos.length > 0 && (
        <p className={styles.note}>{t('more', { count: total - photos.length })}</p>
      )}
      <p className={styles.message} role="status">
        {message instanceof CutlineError ? errorText(message) : message}
      </p>
      <footer>
        {total > 1 && (
          <>
            <Button onPress={() => decide({ all: 'refuse' })} data-testid="refuse-everything">
              {t('refuseEverything', { count: total })}
            </Button>
            <Button onPress={() => decide({ all: 'take' })} data-testid="take-everything">
              {t('takeEverything', { count: total })}
            </Button>
          </>
        )}
        <Button variant="primary" onPress={onClose} data-testid="sidecars-close">
          {t('close')}
        </Button>
      </footer>
    </Dialog>
  )
}
