import { RadioButton, RadioField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { type ExportPreset, formatOf, privateMatters } from '#contract'
import styles from './ExportDialog.module.css'
import { formatNames } from './format-names.js'
import { isKnown } from './known-presets.js'

/** One preset, with what it does in words: size and format, colours, and what leaves with the picture. */
export function PresetChoice({ preset }: { readonly preset: ExportPreset }) {
  const { t } = useTranslation('export')
  const { id } = preset
  return (
    <RadioField value={id}>
      <RadioButton className={styles.choice ?? ''} data-testid={`export-preset-${id}`}>
        <span className={styles.name}>{isKnown(id) ? t(`preset${id}`) : preset.name || t('presetNoName')}</span>
        <span className={styles.hint}>{usePresetWords(preset)}</span>
      </RadioButton>
    </RadioField>
  )
}

function usePresetWords(preset: ExportPreset): string {
  const { t, i18n } = useTranslation('export')
  const matters = (choice: 'remove' | 'keep') =>
    privateMatters
      .filter((matter) => preset.privacy[matter] === choice)
      .map((matter) => t(`matter${matter}`))
      .join(t('listSeparator'))
  const [removed, kept] = [matters('remove'), matters('keep')]
  const format = formatOf(preset)
  const pixels = preset.longEdge?.toLocaleString(i18n.language)
  const parts =
    format === null
      ? [preset.rendition === 'copy' ? t('copyHint') : t('losslessHint')]
      : [
          pixels === undefined
            ? t('fullSize', { format: formatNames[format] })
            : t('longEdge', { format: formatNames[format], pixels }),
          format === 'png' || format === 'tiff' ? t('noLoss') : t('quality', { quality: preset.quality }),
          preset.icc === 'srgb' ? t('colourSrgb') : t('colourKeep'),
          ...(preset.sharpening === 'none' ? [] : [t(`wordsSharpen${preset.sharpening}`)]),
          preset.metadata === 'all'
            ? t('fieldsEmbedded')
            : preset.metadata === 'credit'
              ? t('wordsCredit')
              : t('wordsNoFields'),
          ...(preset.watermark === '' ? [] : [t('wordsWatermark', { text: preset.watermark })]),
        ]
  if (preset.beside.includes('companions') && preset.documents.includes('records')) parts.push(t('wordsArchive'))
  if (removed !== '') parts.push(t('removes', { matters: removed }))
  if (kept !== '') parts.push(t('keeps', { matters: kept }))
  return parts.join(t('partSeparator')) + t('sentenceEnd')
}
