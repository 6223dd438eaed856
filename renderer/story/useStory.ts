import { useCallback, useEffect, useRef, useState } from 'react'
import type { Photo, PhotoId, Story, StoryId } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import { storyAutosave } from './story-autosave.js'

/** A story with the photos it uses. */
export interface StoryReading {
  readonly story: Story
  readonly photos: ReadonlyMap<PhotoId, Photo>
}

interface Told {
  readonly id: StoryId
  readonly reading: StoryReading | null
  readonly error: CutlineError | null
}

/** Reads a story, and again whenever it or one of its photos changes. `reading` is null until it is there. */
export function useStory(id: StoryId | null): {
  reading: StoryReading | null
  error: CutlineError | null
  reload: () => void
} {
  const [told, setTold] = useState<Told | null>(null)
  const latest = useRef(0)

  const load = useCallback(() => {
    const turn = ++latest.current
    if (id === null) return
    readStory(id).then(
      (reading) => turn === latest.current && setTold({ id, reading, error: null }),
      (thrown: unknown) => turn === latest.current && setTold({ id, reading: null, error: CutlineError.from(thrown) }),
    )
  }, [id])

  useEffect(load, [load])

  const current = told?.id === id ? told : null
  useEvent('stories.changed', ({ ids }) => {
    if (id !== null && ids.includes(id)) load()
  })
  useEvent('photos.changed', ({ changed }) => {
    if (changed.some((photoId) => current?.reading?.photos.has(photoId))) load()
  })
  return { reading: current?.reading ?? null, error: current?.error ?? null, reload: load }
}

/** The story as it is after the last save of its text: a reading that a save overtook is made again. */
async function readStory(id: StoryId): Promise<StoryReading> {
  for (;;) {
    const { acknowledged } = storyAutosave.current()
    const { story, photos } = await invoke('stories.get', { id })
    if (storyAutosave.current().acknowledged !== acknowledged) continue
    return { story, photos: new Map(photos.map((photo) => [photo.id, photo])) }
  }
}
