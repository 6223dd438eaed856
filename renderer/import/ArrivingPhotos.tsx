import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventPayload } from '#contract'
import { photoScheme } from '#contract'
import { useEvent } from '../bridge/useEvent.js'
import styles from './ArrivingPhotos.module.css'

type Arriving = EventPayload<'import.arriving'>['photos'][number] & { readonly jobId: string }

/** What is coming in, by the pictures that cameras put into their files; each leaves when its photo stands on the contact sheet. */
export function ArrivingPhotos() {
  const { t } = useTranslation('jobs')
  const [photos, setPhotos] = useState<readonly Arriving[]>([])
  const leave = (jobId: string) => setPhotos((now) => now.filter((photo) => photo.jobId !== jobId))
  useEvent('import.arriving', ({ jobId, photos: more }) =>
    setPhotos((now) => [...now, ...more.map((photo) => ({ ...photo, jobId }))]),
  )
  useEvent('photos.changed', ({ added }) => {
    if (added.length > 0) setPhotos((now) => now.filter(({ id }) => !added.includes(id)))
  })
  useEvent('job.finished', ({ jobId }) => leave(jobId))
  useEvent('job.failed', ({ jobId }) => leave(jobId))
  if (photos.length === 0) return null
  return (
    <section className={styles.strip} aria-label={t('arriving')} data-testid="arriving">
      <span className={styles.title}>{t('arriving')}</span>
      {photos.map(({ id, file }) => (
        <img
          key={id}
          className={styles.picture}
          src={`${photoScheme}://arriving/${id}`}
          alt={file}
          title={file}
          draggable={false}
          data-testid="arriving-photo"
        />
      ))}
    </section>
  )
}
