import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeletionPlan, PhotoId } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useFailure } from '../shell/useFailure.js'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import { useNotices } from '../ui/notices.js'
import { byteText } from '../jobs/amount-text.js'
import styles from './Trash.module.css'

interface DeleteForGoodDialogProps {
  readonly ids: readonly PhotoId[]
  readonly onClose: () => void
}

/** Asks before photos are deleted for good, and says what goes with them. */
export function DeleteForGoodDialog({ ids, onClose }: DeleteForGoodDialogProps) {
  const { t, i18n } = useTranslation('organise')
  const attempt = useFailure()
  const { say } = useNotices()
  const [plan, setPlan] = useState<DeletionPlan | null>(null)
  useEffect(() => {
    attempt(async () => setPlan(await invoke('photos.deletionPlan', { ids: [...ids] })))
  }, [ids, attempt])
  const run = () => {
    onClose()
    attempt(async () => {
      const { changed } = await invoke('photos.deleteForGood', { ids: [...ids] })
      say(t('deleted', { count: changed }))
    })
  }
  return (
    <Dialog
      title={t('deleteTitle', { count: ids.length })}
      role="alertdialog"
      onClose={onClose}
      data-testid="delete-for-good"
    >
      <p>{t('deleteText')}</p>
      <ul className={styles.goes}>
        {plan !== null && <li>{t('goesFiles', { count: plan.files, size: byteText(plan.bytes, i18n.language) })}</li>}
        <li>{t('goesCaptions')}</li>
        <li>{t('goesCache')}</li>
        {plan !== null && plan.stories.length > 0 && (
          <li>
            {t('goesStories', {
              names: plan.stories.map(({ headline }) => headline || t('untitled')).join(t('listSeparator')),
            })}
          </li>
        )}
        {plan !== null && plan.collections.length > 0 && (
          <li>{t('goesCollections', { names: plan.collections.join(t('listSeparator')) })}</li>
        )}
      </ul>
      <p className={styles.hint}>{t('staysRecord')}</p>
      <footer>
        <Button onPress={onClose} autoFocus>
          {t('cancel')}
        </Button>
        <Button variant="danger" onPress={run} isDisabled={plan === null} data-testid="delete-now">
          {t('deleteNow')}
        </Button>
      </footer>
    </Dialog>
  )
}
