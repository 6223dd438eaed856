import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Photo, PhotoId, TallyQuestion, TallyRow } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { Button } from '../ui/Button.js'
import { Tabs } from '../ui/Tabs.js'
import { Thumbnail } from '../ui/Thumbnail.js'
import frame from '../ui/Screen.module.css'
import styles from './Usage.module.css'

interface TallyPhotosProps {
  readonly question: TallyQuestion
  readonly row: TallyRow
  readonly onClose: () => void
}

/** Photos that are shown; nobody looks through more. */
const most = 500

/** The photos behind a row of the tally. */
export function TallyPhotos({ question, row, onClose }: TallyPhotosProps) {
  const { t } = useTranslation('usage')
  const errorText = useErrorText()
  const [tab, setTab] = useState<'used' | 'supplied'>(row.used > 0 ? 'used' : 'supplied')
  const [told, setTold] = useState<{ supplied: PhotoId[]; used: PhotoId[] } | CutlineError | null>(null)
  useEffect(() => {
    let current = true
    invoke('usage.tallyPhotos', { question, key: row.key }).then(
      (photos) => current && setTold(photos),
      (thrown: unknown) => current && setTold(CutlineError.from(thrown)),
    )
    return () => {
      current = false
    }
  }, [question, row.key])
  return (
    <div className={styles.photos} data-testid="tally-photos">
      <header className={styles.photosBar}>
        <Button onPress={onClose} autoFocus data-testid="tally-back">
          {t('back')}
        </Button>
        <h3 className={frame.title}>{row.name || `${row.role}${t('unnamed')}`}</h3>
      </header>
      {told instanceof CutlineError ? (
        <p role="alert">{t('failed', { reason: errorText(told) })}</p>
      ) : (
        told !== null && (
          <Tabs
            label={t('chart')}
            value={tab}
            onChange={setTab}
            tabs={(['used', 'supplied'] as const).map((id) => ({
              id,
              label: `${t(id)} ${told[id].length}`,
              content: <PhotoGrid ids={told[id]} />,
            }))}
          />
        )
      )}
    </div>
  )
}

function PhotoGrid({ ids }: { readonly ids: readonly PhotoId[] }) {
  const { t } = useTranslation('usage')
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  useEffect(() => {
    let current = true
    if (ids.length > 0) {
      invoke('photos.get', { ids: ids.slice(0, most) }).then(
        (told) => current && setPhotos(told.photos),
        () => undefined,
      )
    }
    return () => {
      current = false
    }
  }, [ids])
  return (
    <>
      <p className={styles.sum}>{t('listed', { count: ids.length })}</p>
      <ul className={styles.grid}>
        {photos.map(({ id, sha256, file, caption, credit }) => (
          <li key={id} title={caption} data-testid="tally-photo">
            <Thumbnail sha256={sha256} className={styles.picture} />
            <span className={styles.file}>{file}</span>
            <span className={styles.credit}>{credit}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
