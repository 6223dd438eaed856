import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EventPayload } from '#contract'
import { useEvent } from '../bridge/useEvent.js'
import { WarningIcon } from '../ui/icons.js'
import { useNotices } from '../ui/notices.js'
import styles from './Banner.module.css'

/** Says that the engine is being started again, or cannot be. */
export function EngineBanner() {
  const { t } = useTranslation('window')
  const { say } = useNotices()
  const [state, setState] = useState<EventPayload<'engine.state'>['state']>('ready')
  useEvent('engine.state', (told) => {
    if (state === 'restarting' && told.state === 'ready') say(t('engineBack'))
    setState(told.state)
  })
  if (state !== 'restarting' && state !== 'failed') return null
  return (
    <div
      className={styles.banner}
      role="alert"
      data-kind={state === 'failed' ? 'danger' : 'notice'}
      data-testid="engine-banner"
    >
      <WarningIcon />
      <span className={styles.text}>{t(state === 'failed' ? 'engineFailed' : 'engineRestarting')}</span>
    </div>
  )
}
