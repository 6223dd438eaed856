import { useCallback, useEffect, useRef, useState } from 'react'
import type { CommandOutput, PhotoId } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'

export type PlacedPerson = CommandOutput<'positions.read'>['people'][number]
export type PositionsChange = CommandOutput<'positions.mark'>['changes'][number]

export interface Positions {
  readonly id: PhotoId
  /** Everybody boxed, in the order in which a caption names them. */
  readonly people: readonly PlacedPerson[]
  /** What marking would do; null where there is nothing to do or to say. */
  readonly change: PositionsChange | null
  /** Whether it would change anything. */
  readonly changes: boolean
}

/** Where the people of a photo stand, and what marking them would make of its caption; looked at again with every change. */
export function usePositions(id: PhotoId | undefined): Positions | null {
  const [positions, setPositions] = useState<Positions | null>(null)
  const latest = useRef(0)
  const load = useCallback(() => {
    const turn = ++latest.current
    if (id === undefined) return
    const fields: ('caption' | 'people')[] = ['caption', 'people']
    // Where this cannot be told, the boxes are shown all the same; what is wrong with the archive is said elsewhere.
    Promise.all([invoke('positions.read', { id }), invoke('positions.mark', { ids: [id], fields, apply: false })]).then(
      ([{ people }, { photos, changes }]) =>
        turn === latest.current && setPositions({ id, people, change: changes[0] ?? null, changes: photos > 0 }),
      () => undefined,
    )
  }, [id])
  useEffect(load, [load])
  useEvent('photos.changed', ({ changed }) => {
    if (id !== undefined && changed.includes(id)) load()
  })
  useEvent('desk.changed', load)
  return positions?.id === id ? positions : null
}
