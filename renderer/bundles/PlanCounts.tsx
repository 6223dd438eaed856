import { useTranslation } from 'react-i18next'
import { type BundlePlan, photoOutcomes } from '#contract'
import styles from './BundleDialog.module.css'

/** Photos of a bundle by what would become of them; what there is none of is left out. */
export function PlanCounts({ plan }: { readonly plan: BundlePlan }) {
  const { t } = useTranslation('bundles')
  return (
    <ul className={styles.counts} aria-label={t('photos')} data-testid="bundle-counts">
      {photoOutcomes.map((outcome) => {
        const count = plan.photos.filter((photo) => photo.outcome === outcome).length
        return (
          count > 0 && (
            <li key={outcome} data-outcome={outcome} data-testid={`bundle-count-${outcome}`}>
              <strong>{count}</strong> {t(`outcome${outcome}`)}
            </li>
          )
        )
      })}
    </ul>
  )
}
