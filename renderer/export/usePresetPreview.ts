import { useEffect, useState } from 'react'
import { type CommandOutput, CutlineError, type ExportPreset, type StoryId } from '#contract'
import { invoke } from '../bridge/bridge.js'

type Preview = CommandOutput<'presets.preview'>

/** Names follow each key; a picture is made when the hands rest so long, milliseconds. */
const restingTime = 700

/** What a preset would make of a story: names at once, size and one picture a moment later. */
export function usePresetPreview(
  storyId: StoryId,
  preset: ExportPreset,
): { preview: Preview | null; error: CutlineError | null } {
  const [preview, setPreview] = useState<Preview | null>(null)
  const [error, setError] = useState<CutlineError | null>(null)
  const key = JSON.stringify(preset)
  useEffect(() => {
    let gone = false
    const ask = (picture: boolean) => {
      // The key is the preset, and changes only with it.
      invoke('presets.preview', { storyId, preset: JSON.parse(key) as ExportPreset, picture }).then(
        (answer) => {
          if (gone) return
          setError(null)
          setPreview((now) => (picture ? answer : { ...answer, bytes: null, picture: now?.picture ?? null }))
        },
        (thrown: unknown) => !gone && setError(CutlineError.from(thrown)),
      )
    }
    ask(false)
    const timer = setTimeout(() => ask(true), restingTime)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [storyId, key])
  return { preview, error }
}
