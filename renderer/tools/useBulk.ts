import { useEffect, useState } from 'react'
import type { CommandOutput } from '#contract'
import { CutlineError } from '#contract'

export type Bulk = CommandOutput<'photos.shiftDates'>

/** Milliseconds without a key before the preview is made. */
const rest = 250

/** What a change would do, asked anew a moment after `key` (what it depends on) changed; null key: nothing to ask. */
export function useBulk(
  key: string | null,
  ask: () => Promise<Bulk>,
): { readonly preview: Bulk | null; readonly error: CutlineError | null } {
  const [told, setTold] = useState<{ key: string; preview: Bulk | null; error: CutlineError | null } | null>(null)
  useEffect(() => {
    if (key === null) return
    let current = true
    const timer = setTimeout(() => {
      ask().then(
        (preview) => current && setTold({ key, preview, error: null }),
        (thrown: unknown) => current && setTold({ key, preview: null, error: CutlineError.from(thrown) }),
      )
    }, rest)
    return () => {
      current = false
      clearTimeout(timer)
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says what is asked
  }, [key])
  return told !== null && told.key === key ? told : { preview: null, error: null }
}
