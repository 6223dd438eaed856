import { useTranslation } from 'react-i18next'
import {
  bundleDocuments,
  consistentPrivacy,
  type CutlineError,
  type ExportPreset,
  formatOf,
  privateMatters,
  renditionFormats,
  type StoryId,
} from '#contract'
import { useErrorText } from '../i18n/useErrorText.js'
import { Button } from '../ui/Button.js'
import { Select } from '../ui/Select.js'
import { TextField } from '../ui/TextField.js'
import { Checks } from './Checks.js'
import { formatNames } from './format-names.js'
import dialogStyles from './ExportDialog.module.css'
import styles from './PresetEditor.module.css'
import { PresetPreview } from './PresetPreview.js'

interface PresetEditorProps {
  readonly storyId: StoryId
  readonly preset: ExportPreset
  readonly onChange: (preset: ExportPreset) => void
  readonly onSave: () => void
  readonly onCancel: () => void
  /** Why it could not be stored. */
  readonly error: CutlineError | null
}

const beside = ['sidecar', 'companions'] as const

/** One preset of the desk's own: what it makes, what goes along, and what that would be of the story at hand. */
export function PresetEditor({ storyId, preset, onChange, onSave, onCancel, error }: PresetEditorProps) {
  const { t } = useTranslation('export')
  const errorText = useErrorText()
  const set = (change: Partial<ExportPreset>) => onChange({ ...preset, ...change })
  const isMade = formatOf(preset) !== null
  const positive = (text: string) => (wholeNumber(text) === 0 ? null : wholeNumber(text))
  const wholeNumber = (text: string) => (/^\d+$/.test(text) ? Number(text) : null)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
      data-testid="preset-editor"
    >
      <div className={styles.editor}>
        <div className={styles.fields}>
          <TextField
            label={t('presetName')}
            value={preset.name}
            onChange={(name) => set({ name: name.slice(0, 200) })}
            autoFocus
            data-testid="preset-name"
          />
          <div className={styles.pair}>
            <Select
              label={t('presetRendition')}
              options={[
                ...renditionFormats.map((value) => ({ value, label: formatNames[value] })),
                ...(['embedded', 'copy'] as const).map((value) => ({ value, label: t(`rendition${value}`) })),
              ]}
              value={preset.rendition}
              onChange={(rendition) => set({ rendition })}
              data-testid="preset-rendition"
            />
            {isMade && (
              <TextField
                label={t('presetLongEdge')}
                inputMode="numeric"
                value={preset.longEdge === null ? '' : String(preset.longEdge)}
                onChange={(text) => set({ longEdge: positive(text) })}
                data-testid="preset-long-edge"
              />
            )}
          </div>
          {isMade && (
            <div className={styles.pair}>
              <TextField
                label={t('presetQuality')}
                inputMode="numeric"
                value={String(preset.quality)}
                onChange={(text) => set({ quality: Math.min(100, Math.max(1, wholeNumber(text) ?? 1)) })}
                data-testid="preset-quality"
              />
              <Select
                label={t('presetSharpening')}
                options={(['none', 'screen', 'print'] as const).map((value) => ({
                  value,
                  label: t(`sharpening${value}`),
                }))}
                value={preset.sharpening}
                onChange={(sharpening) => set({ sharpening })}
              />
              <Select
                label={t('presetColours')}
                options={[
                  { value: 'srgb', label: t('presetColoursrgb') },
                  { value: 'keep', label: t('presetColourkeep') },
                ]}
                value={preset.icc}
                onChange={(icc) => set({ icc })}
              />
              <Select
                label={t('presetMetadata')}
                options={(['all', 'credit', 'none'] as const).map((value) => ({ value, label: t(`metadata${value}`) }))}
                value={preset.metadata}
                onChange={(metadata) => set({ metadata })}
              />
            </div>
          )}
          {isMade && (
            <TextField
              label={t('presetWatermark')}
              hint={t('presetWatermarkHint')}
              value={preset.watermark}
              onChange={(watermark) => set({ watermark: watermark.slice(0, 200) })}
              data-testid="preset-watermark"
            />
          )}
          <TextField
            label={t('presetFileName')}
            hint={t('presetFileNameHint')}
            value={preset.fileName}
            onChange={(fileName) => set({ fileName: fileName.slice(0, 500) })}
            data-testid="preset-file-name"
          />
          {preset.rendition !== 'copy' && (
            <Checks
              label={t('presetPrivacy')}
              options={privateMatters.map((value) => ({ value, label: t(`switch${value}`) }))}
              chosen={privateMatters.filter((matter) => preset.privacy[matter] === 'remove')}
              onChange={(matter, isChosen) =>
                set({ privacy: consistentPrivacy({ ...preset.privacy, [matter]: isChosen ? 'remove' : 'keep' }) })
              }
            />
          )}
          <Checks
            label={t('presetBeside')}
            options={beside.map((value) => ({ value, label: t(`beside${value}`) }))}
            chosen={preset.beside}
            onChange={(value, isChosen) => set({ beside: toggled(beside, preset.beside, value, isChosen) })}
          />
          <Checks
            label={t('presetDocuments')}
            options={bundleDocuments.map((value) => ({ value, label: t(`document${value}`) }))}
            chosen={preset.documents}
            onChange={(value, isChosen) =>
              set({ documents: toggled(bundleDocuments, preset.documents, value, isChosen) })
            }
          />
        </div>
        <PresetPreview storyId={storyId} preset={preset} />
      </div>
      {error !== null && (
        <p role="alert" className={styles.problem}>
          {errorText(error)}
        </p>
      )}
      <footer className={dialogStyles.footer}>
        <Button onPress={onCancel}>{t('cancel')}</Button>
        <Button variant="primary" type="submit" data-testid="preset-save">
          {t('savePreset')}
        </Button>
      </footer>
    </form>
  )
}

/** The chosen ones in the order in which all stand. */
function toggled<V>(all: readonly V[], chosen: readonly V[], value: V, isChosen: boolean): V[] {
  return all.filter((each) => (each === value ? isChosen : chosen.includes(each)))
}
