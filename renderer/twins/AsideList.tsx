import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Photo } from '#contract'
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
import styles from './Twins.module.css'

/** Photos shown at once. */
const most = 200

interface Aside {
  readonly total: number
  readonly photos: readonly Photo[]
  /** Names of the photos that were kept, by id. */
  readonly kept: ReadonlyMap<string, string>
}

/** The photos that were set aside as lesser copies, each with what was kept in its place and the way back. */
export function AsideList({ readOnly }: { readonly readOnly: boolean }) {
  const { t, i18n } = useTranslation('twins')
  const errorText = useErrorText()
  const { say } = useNotices()
  const attempt = useFailure()
  const [told, setTold] = useState<Aside | CutlineError | null>(null)
  const load = useCallback(() => {
    readAside().then(setTold, (thrown: unknown) => setTold(CutlineError.from(thrown)))
  }, [])
  useEffect(load, [load])
  useEvent('photos.changed', load)

  const restore = ({ id, file }: Photo) =>
    attempt(async () => {
      await invoke('twins.restore', { ids: [id] })
      say(t('restored', { file }))
    })
  if (told === null || told instanceof CutlineError || told.photos.length === 0) {
    return (
      <div className={styles.stage}>
        {told === null ? (
          <Blank icon={<PictureIcon />} title={t('loading')} />
        ) : told instanceof CutlineError ? (
          <Blank icon={<WarningIcon />} title={t('failed', { reason: errorText(told) })} role="alert">
            <Button onPress={load}>{t('retry')}</Button>
          </Blank>
        ) : (
          <Blank icon={<CheckIcon />} title={t('asideNone')} hint={t('asideHint')} data-testid="aside-none" />
        )}
      </div>
    )
  }
  const further = told.total - told.photos.length
  return (
    <div className={styles.stage}>
      <ul className={styles.aside} aria-label={t('aside')}>
        {told.photos.map((photo) => (
          <li key={photo.id} className={styles.put} data-testid="put-aside" data-file={photo.file}>
            <div className={styles.small}>
              <Thumbnail sha256={photo.sha256} className={styles.image} />
            </div>
            <h3 className={styles.name}>{photo.file}</h3>
            <p className={styles.by}>{t('asideOf', { file: told.kept.get(photo.twinOf ?? '') ?? t('unknown') })}</p>
            <Button onPress={() => restore(photo)} isDisabled={readOnly} data-testid="restore">
              {t('restore')}
            </Button>
          </li>
        ))}
        {further > 0 && (
          <li>{t('more', { count: further, number: new Intl.NumberFormat(i18n.language).format(further) })}</li>
        )}
      </ul>
    </div>
  )
}

async function readAside(): Promise<Aside> {
  const { total, photos } = await invoke('photos.list', { query: { setAside: true }, offset: 0, limit: most })
  const ids = [...new Set(photos.flatMap(({ twinOf }) => twinOf ?? []))]
  const kept = ids.length === 0 ? [] : (await invoke('photos.get', { ids })).photos
  return { total, photos, kept: new Map(kept.map(({ id, file }) => [id, file])) }
}
