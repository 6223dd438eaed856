import { useState } from 'react'
import type { PhotoId } from '#contract'

/** The same array as long as it names the same photos in the same order, so that what depends on it can rest. */
export function useSameIds(ids: readonly PhotoId[]): readonly PhotoId[] {
  const [kept, setKept] = useState(ids)
  if (kept === ids) return kept
  if (kept.length === ids.length && kept.every((id, at) => id === ids[at])) return kept
  setKept(ids)
  return ids
}
