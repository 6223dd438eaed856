import { useCallback, useEffect, useState } from 'react'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'

/** The bundle that is being looked at, and the ways to it: chosen in a dialog, dropped on the window, given from outside. */
export function useOpenBundle(): {
  /** Its folder or zip, absolute. */
  place: string | null
  choose: (kind: 'zip' | 'folder') => Promise<void>
  /** Opens what was dropped where it is a bundle alone; answers whether it is one. */
  openDropped: (paths: readonly string[]) => Promise<boolean>
  close: () => void
} {
  const [place, setPlace] = useState<string | null>(null)
  const takeHanded = useCallback(() => {
    invoke('shell.handedBundle', {}).then(
      ({ place: handed }) => {
        if (handed !== null) setPlace(handed)
      },
      () => undefined,
    )
  }, [])
  useEffect(takeHanded, [takeHanded])
  useEvent('bundle.handed', takeHanded)
  return {
    place,
    choose: async (kind) => {
      const chosen = await invoke('shell.chooseBundle', { kind })
      if (chosen.place !== null) setPlace(chosen.place)
    },
    openDropped: async (paths) => {
      const [only, ...more] = paths
      if (only === undefined || more.length > 0) return false
      const { isBundle } = await invoke('bundles.recognise', { place: only })
      if (isBundle) setPlace(only)
      return isBundle
    },
    close: () => setPlace(null),
  }
}
