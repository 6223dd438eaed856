import { useTranslation } from 'react-i18next'
import type { ArchiveInfo } from '#contract'
import { Button } from '../ui/Button.js'
import { LockIcon } from '../ui/icons.js'
import styles from './Banner.module.css'

interface ReadOnlyBannerProps {
  readonly archive: ArchiveInfo
  readonly onReopen: () => void
}

/** Says that the archive cannot be changed here, and who has it open. */
export function ReadOnlyBanner({ archive: { lockedBy, readOnly }, onReopen }: ReadOnlyBannerProps) {
  const { t } = useTranslation('window')
  if (!readOnly) return null
  return (
    <div className={styles.banner} role="status" data-kind="notice" data-testid="read-only-banner">
      <LockIcon />
      <span className={styles.text}>
        {lockedBy === null ? t('readOnly') : t('lockedBy', { user: lockedBy.user, host: lockedBy.host })}
      </span>
      <Button onPress={onReopen}>{t('reopen')}</Button>
    </div>
  )
}
