import { useCallback, useEffect, useRef, useState } from 'react'
import type { Photo, PhotoId } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import { photoAutosave } from './photo-autosave.js'

/** More photos than this are read after a rest, because selections this large are mostly still being made. */
const manyPhotos = 200
const rest = 120

/** What was read last: of the ids it names, which may be those selected a moment ago. */
export interface PhotoReading {
  readonly ids: readonly PhotoId[]
  readonly photos: readonly Photo[]
  readonly error: CutlineError | null
}

/** Reads these photos, and again whenever one of them changes. null until something was read for the first time. */
export function usePhotos(ids: readonly PhotoId[]): { reading: PhotoReading | null; reload: () => void } {
  const [reading, setReading] = useState<PhotoReading | null>(null)
  const latest = useRef(0)

  const load = useCallback(() => {
    const turn = ++latest.current
    if (ids.length === 0) return
    readPhotos(ids).then(
      (photos) => turn === latest.current && setReading({ ids, photos, error: null }),
      (thrown: unknown) => turn === latest.current && setReading({ ids, photos: [], error: CutlineError.from(thrown) }),
    )
  }, [ids])

  useEffect(() => {
    const timer = setTimeout(load, ids.length > manyPhotos ? rest : 0)
    return () => clearTimeout(timer)
  }, [ids, load])

  useEvent('photos.changed', ({ changed }) => {
    const these = new Set(changed)
    if (ids.some((id) => these.has(id))) load()
  })

  return { reading, reload: load }
}

/** The photos as they are after the last save of their text: a reading that a save overtook is made again. */
async function readPhotos(ids: readonly PhotoId[]): Promise<readonly Photo[]> {
  for (;;) {
    const { acknowledged } = photoAutosave.current()
    const { photos } = await invoke('photos.get', { ids: [...ids] })
    if (photoAutosave.current().acknowledged === acknowledged) return photos
  }
}
