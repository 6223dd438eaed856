import { useTranslation } from 'react-i18next'
import type { ExportPreset } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { newId } from '../desk/new-id.js'
import { Button } from '../ui/Button.js'
import styles from './ExportDialog.module.css'
import { isKnown } from './known-presets.js'
import { presetFile, readPresetFile } from './preset-file.js'

interface PresetActionsProps {
  /** The preset that is chosen. */
  readonly preset: ExportPreset
  readonly onEdit: (preset: ExportPreset) => void
  readonly onChoose: (id: string) => void
  readonly attempt: (work: () => Promise<void>) => void
}

/** What can be done with presets: one of the desk's own from the one chosen, changed, removed, and to and from a file. */
export function PresetActions({ preset, onEdit, onChoose, attempt }: PresetActionsProps) {
  const { t } = useTranslation('export')
  const isOwn = !isKnown(preset.id)
  const name = isKnown(preset.id) ? t(`preset${preset.id}`) : preset.name
  const read = () =>
    attempt(async () => {
      const { path } = await invoke('shell.chooseText', {})
      if (path === null) return
      const { text } = await invoke('texts.read', { path })
      onEdit(readPresetFile(text, newId()))
    })
  return (
    <div className={styles.actions}>
      <Button onPress={() => onEdit({ ...preset, id: newId(), name: '' })} data-testid="preset-new">
        {t('newPreset')}
      </Button>
      {isOwn && (
        <>
          <Button onPress={() => onEdit(preset)} data-testid="preset-edit">
            {t('editPreset')}
          </Button>
          <Button
            onPress={() =>
              attempt(async () => {
                await invoke('presets.remove', { id: preset.id })
                onChoose('web')
              })
            }
            data-testid="preset-remove"
          >
            {t('removePreset')}
          </Button>
        </>
      )}
      <Button
        onPress={() =>
          attempt(async () => {
            const text = presetFile({ ...preset, name })
            await invoke('shell.saveText', { name: `${name || preset.id}.cutline-preset.json`.slice(0, 200), text })
          })
        }
        data-testid="preset-save-file"
      >
        {t('savePresetFile')}
      </Button>
      <Button onPress={read} data-testid="preset-read-file">
        {t('readPresetFile')}
      </Button>
    </div>
  )
}
