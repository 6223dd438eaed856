import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEvent } from '../bridge/useEvent.js'
import { ProgressBar } from '../ui/ProgressBar.js'
import styles from './Banner.module.css'

/** Says that listings and searches lack photos while the index is being made, and how far it has come. */
export function IndexingBanner() {
  const { t, i18n } = useTranslation('window')
  const [part, setPart] = useState(1)
  useEvent('archive.indexing', (progress) => setPart(progress.part))
  useEvent('archive.changed', () => setPart(1))
  useEvent('engine.state', () => setPart(1))
  if (part === 1) return null
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(part)
  return (
    <div className={styles.banner} role="status" data-kind="notice" data-testid="indexing-banner">
      <span className={styles.text}>{t('indexing', { percent })}</span>
      <div className={styles.progress}>
        <ProgressBar label={t('indexingLabel')} value={part} valueText={percent} />
      </div>
    </div>
  )
}
