import { useTranslation } from 'react-i18next'
import type { JobProgress } from '#contract'
import { progressShare } from '../jobs/jobs.js'
import { Button } from '../ui/Button.js'
import { ProgressBar } from '../ui/ProgressBar.js'
import styles from './BundleDialog.module.css'

interface BundleProgressProps {
  readonly text: string
  /** null until the job tells of itself for the first time. */
  readonly progress: JobProgress | null
  readonly cancelling: boolean
  readonly onCancel: () => void
}

/** A bundle being checked or taken. */
export function BundleProgress({ text, progress, cancelling, onCancel }: BundleProgressProps) {
  const { t } = useTranslation('bundles')
  return (
    <>
      <p aria-live="polite">{text}</p>
      <ProgressBar label={text} value={progress === null ? null : progressShare(progress)} valueText={text} />
      <p className={styles.current}>{progress?.current}</p>
      <footer>
        <Button onPress={onCancel} isDisabled={cancelling} data-testid="bundle-cancel">
          {cancelling ? t('stopping') : t('cancel')}
        </Button>
      </footer>
    </>
  )
}
