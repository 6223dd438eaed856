import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from '../shell/Banner.module.css'
import { Button } from '../ui/Button.js'
import { WarningIcon } from '../ui/icons.js'
import { SidecarsDialog } from './SidecarsDialog.js'
import { useSidecarState } from './useSidecarState.js'

/** Files named in the banner; the desk's settings name them all. */
const named = 3

/** Says that other programs have changed sidecars, that some are damaged or could not be written; leads to the decision. */
export function SidecarsBanner() {
  const { t } = useTranslation('sidecars')
  const state = useSidecarState()
  const [open, setOpen] = useState(false)
  /** What was put off: more than that is said again. */
  const [put, setPut] = useState({ differing: 0, damaged: 0, failed: 0 })
  const { differing, damaged, failed } = state ?? { differing: 0, damaged: [], failed: [] }
  const isNews = differing > put.differing || damaged.length > put.damaged || failed.length > put.failed
  return (
    <>
      {isNews && (
        <div className={styles.banner} role="status" data-kind="notice" data-testid="sidecars-banner">
          <WarningIcon />
          <div className={styles.text}>
            {differing > 0 && <div>{t('changed', { count: differing })}</div>}
            {damaged.length > 0 && (
              <div>
                {t('damaged', { count: damaged.length })}
                <ul className={styles.list}>
                  {damaged.slice(0, named).map(({ file, kept }) => (
                    <li key={kept}>{t('keptAs', { file, kept: kept.split(/[\\/]/).at(-1) ?? kept })}</li>
                  ))}
                </ul>
              </div>
            )}
            {failed.length > 0 && <div title={failed[0]?.message}>{t('failed', { count: failed.length })}</div>}
          </div>
          {differing > 0 && (
            <Button onPress={() => setOpen(true)} data-testid="review-sidecars">
              {t('review')}
            </Button>
          )}
          <Button
            onPress={() => setPut({ differing, damaged: damaged.length, failed: failed.length })}
            data-testid="sidecars-later"
          >
            {t('later')}
          </Button>
        </div>
      )}
      {open && <SidecarsDialog onClose={() => setOpen(false)} />}
    </>
  )
}
