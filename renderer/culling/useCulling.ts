import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Photo, PhotoFieldChanges, PhotoId } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { photoAutosave } from '../caption/photo-autosave.js'
import { useFailure } from '../shell/useFailure.js'
import { useNotices } from '../ui/notices.js'
import { cullChange } from './cull-keys.js'

interface CullingOptions {
  /** The photo that the keyboard is on, and what is changed by a key. */
  readonly looked: Photo | undefined
  readonly ids: readonly PhotoId[]
  readonly readOnly: boolean
  /** Whether a key goes on to the next photo; only where one photo is culled. */
  readonly advance: boolean
  readonly onNext: () => void
}

export interface Culling {
  readonly change: (set: PhotoFieldChanges) => void
  /** For what holds the photos; keys typed into boxes are left alone. */
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** Stars, labels, picks and rejects by single keys: one edit for all photos that are selected, which one Undo takes back. */
export function useCulling({ looked, ids, readOnly, advance, onNext }: CullingOptions): Culling {
  const { t } = useTranslation('culling')
  const attempt = useFailure()
  const { say } = useNotices()
  const change = (set: PhotoFieldChanges) => {
    if (ids.length === 0) return
    // What was typed a moment ago comes first.
    photoAutosave.dispatch({ type: 'flush' })
    attempt(async () => {
      const { changed } = await invoke('photos.edit', { ids: [...ids], set })
      // One photo shows what happened by itself; of a thousand, most are out of sight.
      if (ids.length > 1) say(t('changed', { count: changed }))
    })
    if (advance && ids.length === 1) onNext()
  }
  return {
    change,
    onKeyDown: (event) => {
      if (readOnly || looked === undefined || event.defaultPrevented) return
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.nativeEvent.isComposing) return
      if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]') !== null) return
      const set = cullChange(event.key, looked)
      if (set === null) return
      event.preventDefault()
      change(set)
    },
  }
}
