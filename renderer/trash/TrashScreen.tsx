import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Photo, PhotoId } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { useFailure } from '../shell/useFailure.js'
import { Blank } from '../ui/Blank.js'
import { Button } from '../ui/Button.js'
import { CheckIcon, PictureIcon, WarningIcon } from '../ui/icons.js'
import { useNotices } from '../ui/notices.js'
import { Thumbnail } from '../ui/Thumbnail.js'
import { DeleteForGoodDialog } from './DeleteForGoodDialog.js'
import styles from './Trash.module.css'

/** Photos shown, and deleted, at once. */
const most = 1_000

/** The photos in the trash: back, or away for good. */
export function TrashScreen({ readOnly }: { readonly readOnly: boolean }) {
  const { t, i18n } = useTranslation('organise')
  const errorText = useErrorText()
  const { say } = useNotices()
  const attempt = useFailure()
  const [told, setTold] = useState<readonly Photo[] | CutlineError | null>(null)
  const [deleting, setDeleting] = useState<readonly PhotoId[] | null>(null)
  const load = useCallback(() => {
    invoke('photos.list', { query: { trashed: true }, offset: 0, limit: most }).then(
      ({ photos }) => setTold(photos.filter(({ trashedAt }) => trashedAt !== null)),
      (thrown: unknown) => setTold(CutlineError.from(thrown)),
    )
  }, [])
  useEffect(load, [load])
  useEvent('photos.changed', load)

  if (told === null) return <Blank icon={<PictureIcon />} title={t('loading')} />
  if (told instanceof CutlineError)
    return <Blank icon={<WarningIcon />} title={t('failed', { reason: errorText(told) })} role="alert" />
  if (told.length === 0)
    return <Blank icon={<CheckIcon />} title={t('trashEmpty')} hint={t('trashHint')} data-testid="trash-empty" />
  const all = told.map(({ id }) => id)
  const restore = (ids: readonly PhotoId[]) =>
    attempt(async () => {
      const { changed } = await invoke('photos.restore', { ids: [...ids] })
      say(t('restored', { count: changed }))
    })
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <section className={styles.screen} aria-label={t('trash')} data-testid="trash">
      <header className={styles.head}>
        <p className={styles.hint}>{t('trashHint')}</p>
        <Button onPress={() => restore(all)} isDisabled={readOnly} data-testid="restore-all">
          {t('restoreAll')}
        </Button>
        <Button variant="danger" onPress={() => setDeleting(all)} isDisabled={readOnly} data-testid="empty-trash">
          {t('emptyTrash')}
        </Button>
      </header>
      <ul className={styles.list}>
        {told.map((photo) => (
          <li key={photo.id} className={styles.item} data-testid="trashed" data-file={photo.file}>
            <div className={styles.picture}>
              <Thumbnail sha256={photo.sha256} className={styles.image} />
            </div>
            <h3 className={styles.name} title={photo.caption}>
              {photo.file}
            </h3>
            <p className={styles.when}>{t('trashedOn', { when: date.format(new Date(photo.trashedAt ?? 0)) })}</p>
            <div className={styles.buttons}>
              <Button onPress={() => restore([photo.id])} isDisabled={readOnly} data-testid="restore-trashed">
                {t('restore')}
              </Button>
              <Button variant="quiet" onPress={() => setDeleting([photo.id])} isDisabled={readOnly}>
                {t('deleteOne')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {deleting !== null && <DeleteForGoodDialog ids={deleting} onClose={() => setDeleting(null)} />}
    </section>
  )
}
