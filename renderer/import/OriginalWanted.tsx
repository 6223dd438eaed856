import { useTranslation } from 'react-i18next'
import type { Photo } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useFailure } from '../shell/useFailure.js'
import { Button } from '../ui/Button.js'
import { useNotices } from '../ui/notices.js'
import styles from './ImportDialog.module.css'

/** Says of a chat's copy that its original is wanted, and takes it when it comes. */
export function OriginalWanted({ photo, readOnly }: { readonly photo: Photo; readonly readOnly: boolean }) {
  const { t } = useTranslation('import')
  const { say } = useNotices()
  const attempt = useFailure()
  if (!photo.recompressed) return null
  const attach = () =>
    attempt(async () => {
      const { path } = await invoke('shell.chooseOriginal', {})
      if (path === null) return
      await invoke('photos.attachOriginal', { id: photo.id, path })
      say(t('attached'))
    })
  return (
    <p className={styles.wanted} data-testid="original-wanted">
      <span>{t('wanted')}</span>
      {!readOnly && (
        <Button onPress={attach} data-testid="attach-original">
          {t('attach')}
        </Button>
      )}
    </p>
  )
}
