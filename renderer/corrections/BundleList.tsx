import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BundleToCorrect } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { Button } from '../ui/Button.js'
import { useNotices } from '../ui/notices.js'
import { BundleFacts } from './FoundEntry.js'
import styles from './Corrections.module.css'

interface BundleListProps {
  readonly bundles: readonly BundleToCorrect[]
  /** What was corrected, for those who get the bundles. */
  readonly note: string
  readonly onClose: () => void
}

/** Bundles that went out with the wrong wording: those ticked are exported again as corrections. */
export function BundleList({ bundles, note, onClose }: BundleListProps) {
  const { t } = useTranslation('corrections')
  const errorText = useErrorText()
  const { say, fail } = useNotices()
  const possible = bundles.filter(({ hindrance }) => hindrance === null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(possible.flatMap(({ id, printed }) => (printed.length > 0 ? [id] : []))),
  )
  const [working, setWorking] = useState(false)

  const reissue = async (elsewhere: boolean) => {
    const destination = elsewhere ? (await invoke('shell.chooseExportFolder', {})).folder : null
    if (elsewhere && destination === null) return
    setWorking(true)
    let begun = 0
    for (const { id, headline } of possible.filter((bundle) => ticked.has(bundle.id))) {
      try {
        await invoke('export.reissue', { usageId: id, destination, note })
        begun += 1
        setTicked((before) => new Set([...before].filter((one) => one !== id)))
      } catch (thrown) {
        fail(t('notReissued', { headline, reason: errorText(CutlineError.from(thrown)) }))
      }
    }
    setWorking(false)
    if (begun > 0) say(t('reissuing', { count: begun }))
  }
  return (
    <div className={styles.bundles} data-testid="bundles-to-correct">
      <p className={styles.note}>{t('bundlesHint')}</p>
      <ul className={styles.bundleList} tabIndex={0} aria-label={t('group-bundle', { count: bundles.length })}>
        {bundles.map((bundle) => (
          <li key={bundle.id}>
            <label className={styles.bundle}>
              <input
                type="checkbox"
                checked={ticked.has(bundle.id)}
                disabled={bundle.hindrance !== null}
                onChange={({ target }) =>
                  setTicked(
                    (before) =>
                      new Set(target.checked ? [...before, bundle.id] : [...before].filter((one) => one !== bundle.id)),
                  )
                }
              />
              <BundleFacts bundle={bundle} />
            </label>
          </li>
        ))}
      </ul>
      <footer className={styles.footer}>
        <Button variant="quiet" onPress={onClose}>
          {t('finish')}
        </Button>
        <span className={styles.space} />
        <Button isDisabled={ticked.size === 0 || working} onPress={() => void reissue(true)}>
          {t('reissueElsewhere')}
        </Button>
        <Button
          variant="primary"
          isDisabled={ticked.size === 0 || working}
          onPress={() => void reissue(false)}
          data-testid="reissue"
        >
          {t('reissue', { count: ticked.size })}
        </Button>
      </footer>
    </div>
  )
}
