import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditKind, PhotoId } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { moveStep } from '../story/order.js'
import { photoAutosave } from '../caption/photo-autosave.js'
import { useFailure } from '../shell/useFailure.js'
import { useNotices } from '../ui/notices.js'

interface RemovingOptions {
  readonly ids: readonly PhotoId[]
  /** The collection that is shown; null for the archive. */
  readonly collection: string | null
  readonly readOnly: boolean
}

/**
 * The Delete key: photos go into the trash, or, in a collection, out of the collection. There, Alt with an arrow key moves them in its
 * order. Undo takes each back.
 */
export function useRemoving({ ids, collection, readOnly }: RemovingOptions): (event: KeyboardEvent) => void {
  const { t } = useTranslation('organise')
  const attempt = useFailure()
  const { say } = useNotices()
  const { t: tWindow } = useTranslation('window')
  /** Takes back this very edit; not one that was made since. */
  const undo = (kind: EditKind) => ({
    label: tWindow('undo'),
    run: () =>
      attempt(async () => {
        const state = await invoke('edits.state', {})
        if (state.undo?.kind === kind) await invoke('edits.undo', {})
      }),
  })
  const remove = () =>
    attempt(async () => {
      photoAutosave.dispatch({ type: 'flush' })
      if (collection === null) {
        const { changed } = await invoke('photos.trash', { ids: [...ids] })
        say(t('trashed', { count: changed }), undo('photo.trash'))
      } else {
        await invoke('collections.removePhotos', { id: collection, photoIds: [...ids] })
        say(t('collectionRemoved', { count: ids.length }), undo('collection'))
      }
    })
  const move = (id: string, step: 1 | -1) =>
    attempt(async () => {
      const record = (await invoke('desk.get', {})).records.find((each) => each.id === id)
      if (record?.kind !== 'collection') return
      await invoke('collections.orderPhotos', { id, photoIds: [...moveStep(record.photos, ids, step)] })
    })
  return (event) => {
    if (readOnly || ids.length === 0 || event.defaultPrevented || event.nativeEvent.isComposing) return
    if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]') !== null) return
    const modified = event.ctrlKey || event.metaKey || event.shiftKey
    const back = event.key === 'ArrowLeft' || event.key === 'ArrowUp'
    if ((event.key === 'Delete' || event.key === 'Backspace') && !modified && !event.altKey) remove()
    else if (collection !== null && event.altKey && !modified && event.key.startsWith('Arrow'))
      move(collection, back ? -1 : 1)
    else return
    event.preventDefault()
  }
}
