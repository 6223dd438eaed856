import { useRef, useState } from 'react'
import type { Photo, Region } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useFailure } from '../shell/useFailure.js'

interface Local {
  readonly id: string
  readonly regions: readonly Region[]
  /** What the listing said from when the first of these changes was made; it may still say so for a moment. */
  readonly before: readonly string[]
  /** On disk. */
  readonly saved: boolean
}

const nobody: readonly Region[] = []

/**
 * Who is boxed in a photo: as the archive has it, and what was changed here a moment ago. Each change is saved at once; where that
 * fails, a notice says why and the boxes are again as they are on disk.
 */
export function useRegions(photo: Photo | undefined): {
  regions: readonly Region[]
  save: (next: readonly Region[]) => void
} {
  const attempt = useFailure()
  const [local, setLocal] = useState<Local | null>(null)
  const latest = useRef(0)
  const stored = photo?.regions ?? nobody
  const text = JSON.stringify(stored)

  if (local !== null) {
    const isTold = local.saved && (text === JSON.stringify(local.regions) || !local.before.includes(text))
    if (local.id !== photo?.id || isTold) setLocal(null)
  }
  const save = (next: readonly Region[]) => {
    if (photo === undefined) return
    const { id } = photo
    const turn = ++latest.current
    setLocal((now) => ({
      id,
      regions: next,
      before: [...(now?.before ?? []), text, JSON.stringify(now?.regions ?? stored)],
      saved: false,
    }))
    attempt(async () => {
      try {
        await invoke('positions.setRegions', { id, regions: [...next] })
      } catch (thrown) {
        setLocal(null)
        throw thrown
      }
      if (turn === latest.current) setLocal((now) => now && { ...now, saved: true })
    })
  }
  return { regions: local?.id === photo?.id ? (local?.regions ?? stored) : stored, save }
}
