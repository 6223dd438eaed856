import { useEffect, useSyncExternalStore } from 'react'
import { useEvent } from '../bridge/useEvent.js'
import type { Autosave } from './autosave.js'
import type { Draft } from './draft.js'

/**
 * The draft of an autosave, kept up to date. While it is shown, text is saved as soon as the window loses the focus, is
 * hidden or closes, and on Ctrl/Cmd+S; what failed because the engine was gone goes again when it is back.
 */
export function useDraft<T, F extends string>(autosave: Autosave<T, F>): Draft<T, F> {
  useEffect(() => saveOnLeaving(autosave), [autosave])
  useEvent('engine.state', ({ state }) => {
    const stopped = autosave.current().queue.some(({ error }) => error?.code === 'engine-stopped')
    if (state === 'ready' && stopped) autosave.dispatch({ type: 'retry' })
  })
  return useSyncExternalStore(autosave.subscribe, autosave.current)
}

function saveOnLeaving<T, F extends string>({ dispatch }: Autosave<T, F>): () => void {
  const flush = () => dispatch({ type: 'flush' })
  const hidden = () => {
    if (document.visibilityState === 'hidden') flush()
  }
  // The page goes away: what an input method holds now is all that there will be.
  const closing = () => {
    dispatch({ type: 'composed' })
    flush()
  }
  const key = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return
    event.preventDefault()
    flush()
  }
  window.addEventListener('blur', flush)
  document.addEventListener('visibilitychange', hidden)
  window.addEventListener('beforeunload', closing)
  window.addEventListener('pagehide', closing)
  window.addEventListener('keydown', key)
  return () => {
    window.removeEventListener('blur', flush)
    document.removeEventListener('visibilitychange', hidden)
    window.removeEventListener('beforeunload', closing)
    window.removeEventListener('pagehide', closing)
    window.removeEventListener('keydown', key)
    closing()
  }
}
