import { useTranslation } from 'react-i18next'
import type { BundleFinding, BundlePlan } from '#contract'
import styles from './BundleDialog.module.css'

/** Findings of one weight that are listed; more are told by their number. */
const shown = 8

/** What was found when every file of the bundle was read and compared with its checksums. */
export function BundleFindings({ plan }: { readonly plan: BundlePlan }) {
  const { t } = useTranslation('bundles')
  const of = (weight: BundleFinding['weight']) => plan.findings.filter((finding) => finding.weight === weight)
  if (plan.findings.length === 0) {
    return (
      <p role="status" className={styles.sound} data-testid="bundle-sound">
        {t('sound')}
      </p>
    )
  }
  return (['refused', 'left-out', 'edited'] as const).map((weight) => {
    const found = of(weight)
    return (
      found.length > 0 && (
        <div
          key={weight}
          role={weight === 'edited' ? 'status' : 'alert'}
          className={weight === 'refused' ? styles.refused : styles.notice}
          data-testid={`bundle-${weight}`}
        >
          <strong>{t(`weight${weight}`, { count: found.length })}</strong>
          <ul>
            {found.slice(0, shown).map((finding, at) => (
              <li key={`${at} ${finding.path}`}>
                <Finding finding={finding} />
              </li>
            ))}
            {found.length > shown && <li>{t('moreFindings', { count: found.length - shown })}</li>}
          </ul>
        </div>
      )
    )
  })
}

function Finding({ finding: { reason, path, message } }: { readonly finding: BundleFinding }) {
  const { t } = useTranslation('bundles')
  // Of records that cannot be read only the engine knows what is wrong.
  const text = reason === 'contents' ? message : t(`reason${reason}`)
  return <span title={message}>{path === '' ? text : t('findingOf', { file: path, text })}</span>
}
