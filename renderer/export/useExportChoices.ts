import { useCallback, useEffect, useState } from 'react'
import type { ExportPreset, Settings } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'

/** What the dialog asks for, as the settings remember it. */
export type ExportChoices = Pick<Settings, 'exportPreset' | 'exportPrivacy' | 'exportZip' | 'exportFolder'>

/** The choices made last time, and the presets to choose from; null until they are read. Changes are remembered. */
export function useExportChoices(): {
  choices: ExportChoices | null
  presets: readonly ExportPreset[]
  error: CutlineError | null
  choose: (change: Partial<ExportChoices>) => void
} {
  const [choices, setChoices] = useState<ExportChoices | null>(null)
  const [presets, setPresets] = useState<readonly ExportPreset[]>([])
  const [error, setError] = useState<CutlineError | null>(null)

  useEffect(() => {
    let gone = false
    Promise.all([invoke('shell.start', {}), invoke('presets.list', {})]).then(
      ([{ settings }, offered]) => {
        if (gone) return
        const { exportPreset, exportPrivacy, exportZip, exportFolder } = settings
        const known = offered.presets.some(({ id }) => id === exportPreset)
        setPresets(offered.presets)
        const preset = known ? exportPreset : (offered.presets[0]?.id ?? 'web')
        setChoices({ exportPreset: preset, exportPrivacy, exportZip, exportFolder })
      },
      (thrown: unknown) => !gone && setError(CutlineError.from(thrown)),
    )
    return () => {
      gone = true
    }
  }, [])

  // A preset of the desk's own came, changed or went.
  const readPresets = useCallback(() => {
    invoke('presets.list', {}).then(
      (offered) => setPresets(offered.presets),
      () => undefined,
    )
  }, [])
  useEvent('desk.changed', readPresets)

  const choose = (change: Partial<ExportChoices>) => {
    setChoices((now) => (now === null ? null : { ...now, ...change }))
    // A choice that is not remembered is asked for again next time; the export at hand goes on.
    invoke('shell.setSettings', change).catch(() => undefined)
  }
  return { choices, presets, error, choose }
}
