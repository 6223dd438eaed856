import { useTranslation } from 'react-i18next'
import type { Embedded, PhotoFieldChanges } from '#contract'
import { Button } from '../ui/Button.js'
import styles from './EmbeddedDialog.module.css'
import type { EmbeddedRow } from './embedded-rows.js'
import { useValueText } from './useValueText.js'

interface EmbeddedFieldsProps {
  readonly heading: string
  readonly rows: readonly EmbeddedRow[]
  readonly languages: Embedded['languages']
  readonly readOnly: boolean
  readonly onTake: (set: PhotoFieldChanges) => void
}

/** Fields with each value and where it stands; a value that is not in use can be taken. */
export function EmbeddedFields({ heading, rows, languages, readOnly, onTake }: EmbeddedFieldsProps) {
  const { t } = useTranslation('embedded')
  const valueText = useValueText()
  if (rows.length === 0) return null
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{heading}</h3>
      <ul className={styles.fields}>
        {rows.map(({ field, reason, values, edited }) => (
          <li key={field} className={styles.field} data-testid={`embedded-${field}`}>
            <div className={styles.name}>
              <strong>{t(`field${field}`)}</strong>
              {values.length > 1 && <span className={styles.reason}>{t(`reason${reason}`)}</span>}
            </div>
            <ul className={styles.values}>
              {values.map(({ sources, value, inUse }) => (
                <li key={sources.join()} className={styles.value} data-in-use={inUse}>
                  <span className={styles.sources}>{sources.map((source) => t(`source${source}`)).join(' ')}</span>
                  <span className={styles.text}>{valueText(value)}</span>
                  {inUse ? (
                    <span className={styles.inUse}>{values.length > 1 || edited !== undefined ? t('inUse') : ''}</span>
                  ) : (
                    !readOnly && (
                      <Button
                        aria-label={t('takeLabel', { field: t(`field${field}`), value: valueText(value) })}
                        // The value came out of the file in this field's own shape.
                        onPress={() => onTake({ [field]: value })}
                        data-testid={`take-${field}-${sources[0] ?? ''}`}
                      >
                        {t('take')}
                      </Button>
                    )
                  )}
                </li>
              ))}
              {languages
                .filter((each) => each.field === field)
                .map(({ language, text }) => (
                  <li key={language} className={styles.value}>
                    <span className={styles.sources}>{t('language', { language })}</span>
                    <span className={styles.text}>{text}</span>
                  </li>
                ))}
              {edited !== undefined && (
                <li className={styles.reason}>
                  {valueText(edited) === '' ? t('editedEmpty') : t('edited', { value: valueText(edited) })}
                </li>
              )}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
