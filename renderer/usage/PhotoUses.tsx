import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoId, PhotoUse } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import styles from './PhotoUses.module.css'

/** Uses that are shown before anybody asks for more. */
const few = 3

/** The exports that a photo went out with: in which story, on which day. Nothing for a photo that never did. */
export function PhotoUses({ photoId }: { readonly photoId: PhotoId }) {
  const { t, i18n } = useTranslation('usage')
  const uses = usePhotoUses(photoId)
  const [all, setAll] = useState(false)
  if (uses.length === 0) return null
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  return (
    <section className={styles.uses} aria-label={t('usedIn')} data-testid="photo-uses">
      <h3 className={styles.title}>{t('usedTimes', { count: uses.length })}</h3>
      <ul className={styles.list}>
        {uses.slice(0, all ? uses.length : few).map(({ id, at, by, headline, preset, destination, corrects }) => (
          <li key={id} title={t('useDetail', { by, preset, destination })}>
            {t('use', { headline: headline || t('untitled'), day: day.format(new Date(at)) })}
            {corrects !== null && <span className={styles.corrected}>{t('corrected')}</span>}
          </li>
        ))}
      </ul>
      {uses.length > few && !all && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {t('showAllUses')}
        </button>
      )}
    </section>
  )
}

function usePhotoUses(photoId: PhotoId): readonly PhotoUse[] {
  const [told, setTold] = useState<{ id: PhotoId; uses: readonly PhotoUse[] } | null>(null)
  const latest = useRef(0)
  const read = useCallback(() => {
    const turn = ++latest.current
    invoke('usage.ofPhoto', { id: photoId }).then(
      ({ uses }) => turn === latest.current && setTold({ id: photoId, uses }),
      // A record of use that cannot be read is reported by checking the archive; captions go on without it.
      () => undefined,
    )
  }, [photoId])
  useEffect(read, [read])
  useEvent('usage.changed', ({ photoIds }) => {
    if (photoIds.includes(photoId)) read()
  })
  return told?.id === photoId ? told.uses : []
}
