import { useCallback, useEffect, useState } from 'react'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'

/** So many of what is dropped at once are looked at: whoever drops a thousand photos has no bundle among them. */
const looked = 20

/** The bundle that is being looked at, and the ways to it: chosen in a dialog, dropped on the window, given from outside. */
export function useOpenBundle(): {
  /** Its folder or zip, absolute. */
  place: string | null
  choose: (kind: 'zip' | 'folder') => Promise<void>
  /** Opens what was dropped where it is a bundle alone; answers what it is. `several`: a bundle and something else, nothing was opened. */
  openDropped: (paths: readonly string[]) => Promise<'opened' | 'several' | 'none'>
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
      for (const one of paths.slice(0, looked)) {
        const { isBundle } = await invoke('bundles.recognise', { place: one })
        if (!isBundle) continue
        if (paths.length > 1) return 'several'
        setPlace(one)
        return 'opened'
      }
      return 'none'
    },
    close: () => setPlace(null),
  }
}
