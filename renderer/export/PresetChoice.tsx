import { RadioButton, RadioField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { type ExportPreset, formatOf, privateMatters } from '#contract'
import styles from './ExportDialog.module.css'
import { formatNames } from './format-names.js'
import { isKnown } from './known-presets.js'

interface PresetChoiceProps {
  readonly preset: ExportPreset
  /** The one that is chosen says all that it does; the others say in a line what they make. */
  readonly isChosen: boolean
}

/** One preset, with what it does in words: size and format, colours, and what leaves with the picture. */
export function PresetChoice({ preset, isChosen }: PresetChoiceProps) {
  const { t } = useTranslation('export')
  const { id } = preset
  const { brief, whole } = usePresetWords(preset)
  return (
    <RadioField value={id}>
      <RadioButton className={styles.choice ?? ''} data-testid={`export-preset-${id}`}>
        <span className={styles.name}>{isKnown(id) ? t(`preset${id}`) : preset.name || t('presetNoName')}</span>
        <span className={styles.hint}>{isChosen ? whole : brief}</span>
      </RadioButton>
    </RadioField>
  )
}

function usePresetWords(preset: ExportPreset): { brief: string; whole: string } {
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
        ]
  const said =
    preset.watermark === '{credit}' ? t('wordsWatermarkCredit') : t('wordsWatermark', { text: preset.watermark })
  const watermark = format === null || preset.watermark === '' ? [] : [said]
  const isArchive = preset.beside.includes('companions') && preset.documents.includes('records')
  const brief =
    format === null
      ? [
          t(preset.rendition === 'copy' ? 'renditioncopy' : 'renditionembedded'),
          ...(isArchive ? [t('briefArchive')] : []),
        ]
      : [...parts.slice(0, 2), ...watermark]
  parts.push(...watermark, ...(isArchive ? [t('wordsArchive')] : []))
  if (removed !== '') parts.push(t('removes', { matters: removed }))
  if (kept !== '') parts.push(t('keeps', { matters: kept }))
  return { brief: brief.join(t('partSeparator')), whole: parts.join(t('partSeparator')) + t('sentenceEnd') }
}
