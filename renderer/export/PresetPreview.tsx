import { useTranslation } from 'react-i18next'
import { type ExportPreset, formatOf, photoScheme, type StoryId } from '#contract'
import { useErrorText } from '../i18n/useErrorText.js'
import { byteText } from '../jobs/amount-text.js'
import styles from './PresetEditor.module.css'
import { usePresetPreview } from './usePresetPreview.js'

/** Names shown before the rest is only counted. */
const shown = 4

/** What a preset would make of the story at hand: names, size, and the first photo as it would look. */
export function PresetPreview({ storyId, preset }: { readonly storyId: StoryId; readonly preset: ExportPreset }) {
  const { t, i18n } = useTranslation('export')
  const errorText = useErrorText()
  const { preview, error } = usePresetPreview(storyId, preset)
  const names = preview?.names ?? []
  return (
    <section className={styles.preview} aria-label={t('presetPreview')} data-testid="preset-preview">
      <h3>{t('presetPreview')}</h3>
      {error !== null && (
        <p role="alert" className={styles.problem}>
          {errorText(error)}
        </p>
      )}
      <ul aria-label={t('presetNames')} data-testid="preset-names">
        {names.slice(0, shown).map((name) => (
          <li key={name}>{name}</li>
        ))}
        {names.length > shown && <li>{t('andMore', { count: names.length - shown })}</li>}
      </ul>
      <p aria-live="polite" data-testid="preset-size">
        {preview?.bytes == null
          ? t('presetSizeUnknown')
          : t('presetSize', { size: byteText(preview.bytes, i18n.language) })}
      </p>
      {preview?.picture != null && formatOf(preset) !== null && (
        <img src={`${photoScheme}://preview/${preview.picture}`} alt={t('presetPictureAlt')} />
      )}
    </section>
  )
}
