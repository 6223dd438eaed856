import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArchiveInfo } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { Button } from '../ui/Button.js'
import { WarningIcon } from '../ui/icons.js'
import styles from './Banner.module.css'
import { useFailure } from './useFailure.js'

/** Says what was found damaged on opening the archive, and what became of it. */
export function RepairsBanner({ archive: { repairs, readOnly } }: { readonly archive: ArchiveInfo }) {
  const { t } = useTranslation('window')
  const attempt = useFailure()
  const [closed, setClosed] = useState(false)
  if (closed || repairs.length === 0) return null
  const lost = repairs.some(({ kind }) => kind === 'volume-lost')
  return (
    <div
      className={styles.banner}
      role={lost ? 'alert' : 'status'}
      data-kind={lost ? 'danger' : 'notice'}
      data-testid="repairs-banner"
    >
      <WarningIcon />
      <div className={styles.text}>
        {t('repairs', { count: repairs.length })}
        <ul className={styles.list}>
          {repairs.map(({ kind, file, message }) => (
            <li key={`${kind} ${file}`} title={message}>
              {t(`repair${kind}`, { file })}
            </li>
          ))}
        </ul>
      </div>
      {lost && !readOnly && (
        <Button onPress={() => attempt(() => invoke('archive.rebuild', { from: 'originals' }))}>
          {t('rebuildFromOriginals')}
        </Button>
      )}
      <Button onPress={() => setClosed(true)}>{t('close')}</Button>
    </div>
  )
}
