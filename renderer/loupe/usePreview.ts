import { useCallback, useEffect, useState } from 'react'
import type { Photo } from '#contract'
import { CutlineError, photoScheme } from '#contract'
import { invoke } from '../bridge/bridge.js'

interface Told {
  readonly sha256: string
  readonly error: CutlineError | null
}

/**
 * A photo's preview: `address` once it stands in the cache, `error` where it cannot be made. Meanwhile the thumbnail will do.
 * The neighbours' previews are made after it, so that going on takes no time.
 */
export function usePreview(
  photo: Photo | undefined,
  neighbours: readonly (Photo | undefined)[],
): { address: string | null; error: CutlineError | null; retry: () => void } {
  const [told, setTold] = useState<Told | null>(null)
  const id = photo?.id
  const sha256 = photo?.sha256

  const load = useCallback(() => {
    if (id === undefined || sha256 === undefined) return () => undefined
    let wanted = true
    invoke('photos.preview', { id }).then(
      () => wanted && setTold({ sha256, error: null }),
      (thrown: unknown) => wanted && setTold({ sha256, error: CutlineError.from(thrown) }),
    )
    return () => {
      wanted = false
    }
  }, [id, sha256])
  useEffect(() => load(), [load])

  const ready = told !== null && told.sha256 === sha256 && told.error === null
  const beside = neighbours.flatMap((one) => (one === undefined ? [] : [one.id])).join(' ')
  useEffect(() => {
    if (!ready || beside === '') return
    // Failing here does no harm: it is told when the photo itself is looked at.
    for (const other of beside.split(' ')) invoke('photos.preview', { id: other }).catch(() => undefined)
  }, [ready, beside])

  return {
    address: ready ? `${photoScheme}://preview/${told.sha256}` : null,
    error: told !== null && told.sha256 === sha256 ? told.error : null,
    retry: () => {
      setTold(null)
      load()
    },
  }
}
