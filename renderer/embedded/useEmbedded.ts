import { useEffect, useState } from 'react'
import { CutlineError, type Embedded, type PhotoId } from '#contract'
import { invoke } from '../bridge/bridge.js'

type State = { embedded: Embedded; error: null } | { embedded: null; error: CutlineError | null }

/** What a photo's original says, read when it is looked at, and again whenever `version` changes. */
export function useEmbedded(id: PhotoId | null, version: unknown): State {
  const [state, setState] = useState<State>({ embedded: null, error: null })
  useEffect(() => {
    if (id === null) return
    let isLeft = false
    invoke('photos.embedded', { id }).then(
      (embedded) => {
        if (!isLeft) setState({ embedded, error: null })
      },
      (thrown: unknown) => {
        if (!isLeft) setState({ embedded: null, error: CutlineError.from(thrown) })
      },
    )
    return () => {
      isLeft = true
    }
  }, [id, version])
  return state
}
