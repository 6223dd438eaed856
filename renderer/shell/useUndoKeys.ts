import { useEffect } from 'react'
import { useEvent } from '../bridge/useEvent.js'
import { useStable } from '../ui/useStable.js'
import { undoInOwnBox } from './text-box.js'
import type { Undo } from './useUndo.js'

/**
 * Undo and redo by key and by menu. The keys are taken here, before the text box and the menu bar see them, so that each
 * press counts once.
 */
export function useUndoKeys({ undo, redo }: Undo): void {
  const go = useStable((direction: 'undo' | 'redo') => {
    if (undoInOwnBox(direction)) return
    if (direction === 'undo') undo()
    else redo()
  })
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const direction = undoKey(event)
      if (direction === null) return
      event.preventDefault()
      go(direction)
    }
    window.addEventListener('keydown', key, { capture: true })
    return () => window.removeEventListener('keydown', key, { capture: true })
  }, [go])
  useEvent('menu.chosen', ({ action }) => {
    if (action === 'undo' || action === 'redo') go(action)
  })
}

function undoKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return null
  const key = event.key.toLowerCase()
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
  return key === 'y' && event.ctrlKey && !event.shiftKey ? 'redo' : null
}
