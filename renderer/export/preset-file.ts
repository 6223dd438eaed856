import { CutlineError, ExportPreset } from '#contract'

/** A preset as a file to give away; the next archive that reads it gives it an id of its own. */
export function presetFile(preset: ExportPreset): string {
  return `${JSON.stringify({ product: 'Cutline', exportPreset: preset }, null, 2)}\n`
}

/** The preset that a file's text holds, under a new id. Throws `invalid-input` where it holds none. */
export function readPresetFile(text: string, id: string): ExportPreset {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = null
  }
  const held = typeof value === 'object' && value !== null && 'exportPreset' in value ? value.exportPreset : null
  const parsed = ExportPreset.safeParse(held)
  if (!parsed.success) throw new CutlineError('invalid-input', 'This file is no export preset of Cutline.')
  return { ...parsed.data, id }
}
