import { useTranslation } from 'react-i18next'
import type { PhotoField, SidecarDifference } from '#contract'
import { Button } from '../ui/Button.js'
import styles from './SidecarsDialog.module.css'
import { valueText } from './value-text.js'

interface FieldDifferenceProps {
  readonly field: PhotoField
  readonly difference: SidecarDifference
  readonly onDecide: (choice: { take?: PhotoField[]; refuse?: PhotoField[] }) => void
}

/** One field: what the archive says, what the sidecar says, each with its button; and what both last agreed on. */
export function FieldDifference({ field, difference, onDecide }: FieldDifferenceProps) {
  const { t } = useTranslation('sidecars')
  const { t: embedded } = useTranslation('embedded')
  const { ours, theirs, agreed } = difference
  const label = embedded(`field${field}`)
  const isKnown = field in agreed
  const [our, their, old] = [ours, theirs, agreed].map((values) => valueText(field, values))
  const shown = (text: string | undefined) =>
    text !== undefined && text !== '' ? text : <em className={styles.nothing}>{t('empty')}</em>
  return (
    <section className={styles.field} aria-label={label} data-testid={`difference-${field}`}>
      <h3>{label}</h3>
      <div className={styles.side}>
        <h4>{t('ours')}</h4>
        <p>{shown(our)}</p>
        <Button
          onPress={() => onDecide({ refuse: [field] })}
          aria-label={t('refuseField', { field: label })}
          data-testid={`refuse-${field}`}
        >
          {t('refuse')}
        </Button>
      </div>
      <div className={styles.side}>
        <h4>{t('theirs')}</h4>
        <p>{shown(their)}</p>
        <Button
          onPress={() => onDecide({ take: [field] })}
          aria-label={t('takeField', { field: label })}
          data-testid={`take-${field}`}
        >
          {t('take')}
        </Button>
      </div>
      <p className={styles.agreed}>
        {!isKnown
          ? t('agreedUnknown')
          : old === our
            ? t('agreedOurs')
            : t('agreed', { text: old === '' ? t('empty') : old })}
      </p>
    </section>
  )
}
