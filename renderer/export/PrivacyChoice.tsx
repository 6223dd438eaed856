import { useTranslation } from 'react-i18next'
import { consistentPrivacy, type ExportPreset, type Privacy, privateMatters } from '#contract'
import styles from './ExportDialog.module.css'

interface PrivacyChoiceProps {
  /** The chosen preset, with what was chosen here before. */
  readonly preset: ExportPreset
  readonly onChange: (privacy: Privacy) => void
}

/**
 * What of the camera's own notes leaves with the pictures, one switch each. Maker notes hold the other three, too: they can be kept
 * only where all of those are. A copy byte for byte has everything, and no choice.
 */
export function PrivacyChoice({ preset: { rendition, privacy }, onChange }: PrivacyChoiceProps) {
  const { t } = useTranslation('export')
  const isFixed = rendition === 'copy'
  const mayKeepNotes = consistentPrivacy({ ...privacy, makerNotes: 'keep' }).makerNotes === 'keep'
  return (
    <fieldset className={styles.privacy} data-testid="export-privacy">
      <legend className={styles.label}>{t('privacy')}</legend>
      {privateMatters.map((matter) => {
        const isDisabled = isFixed || (matter === 'makerNotes' && !mayKeepNotes)
        return (
          <label key={matter} data-disabled={isDisabled}>
            <input
              type="checkbox"
              checked={privacy[matter] === 'keep'}
              disabled={isDisabled}
              onChange={({ target }) =>
                onChange(consistentPrivacy({ ...privacy, [matter]: target.checked ? 'keep' : 'remove' }))
              }
              data-testid={`export-keep-${matter}`}
            />
            {t(`switch${matter}`)}
          </label>
        )
      })}
      <p className={styles.hint}>{isFixed ? t('privacyFixed') : t('privacyHint')}</p>
    </fieldset>
  )
}
