import { useState } from 'react'
import type { Photo, Region } from '#contract'
import type { Box } from './box-geometry.js'
import { usePositions, type Positions } from './usePositions.js'
import { useRegions } from './useRegions.js'

interface Chosen {
  readonly photoId: string
  readonly region: number
  /** Its name is being typed. */
  readonly naming: boolean
}

export interface PeopleBoxes {
  readonly regions: readonly Region[]
  /** Places in `regions` in the order in which a caption names people. */
  readonly order: readonly number[]
  readonly positions: Positions | null
  /** The box that the keyboard is on. */
  readonly selected: number | null
  readonly naming: boolean
  readonly select: (region: number | null, naming?: boolean) => void
  /** Adds somebody, whose name is asked for at once. */
  readonly add: (box: Box) => void
  readonly reshape: (region: number, box: Box) => void
  readonly rename: (region: number, name: string) => void
  readonly remove: (region: number) => void
}

/** The boxes of a photo and what can be done to them; every change is saved at once. */
export function usePeopleBoxes(photo: Photo | undefined): PeopleBoxes {
  const { regions, save } = useRegions(photo)
  const positions = usePositions(photo?.id)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const isThere = chosen !== null && chosen.photoId === photo?.id && chosen.region < regions.length
  const selected = isThere ? chosen.region : null

  const select = (region: number | null, naming = false) =>
    setChosen(region === null || photo === undefined ? null : { photoId: photo.id, region, naming })
  const placed = (positions?.people ?? []).map(({ region }) => region).filter((region) => region < regions.length)
  const others = regions.map((_, region) => region).filter((region) => !placed.includes(region))
  return {
    regions,
    order: [...placed, ...others],
    positions,
    selected,
    naming: isThere && chosen.naming,
    select,
    add: (box) => {
      save([...regions, { name: '', ...box }])
      select(regions.length, true)
    },
    reshape: (region, box) => save(regions.map((each, at) => (at === region ? { ...each, ...box } : each))),
    rename: (region, name) => {
      if (regions[region]?.name === name) return
      save(regions.map((each, at) => (at === region ? { ...each, name } : each)))
    },
    remove: (region) => {
      save(regions.filter((_, at) => at !== region))
      const left = regions.length - 1
      select(left === 0 ? null : Math.min(region, left - 1))
    },
  }
}
