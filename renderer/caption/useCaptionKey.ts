import type { RefObject } from 'react'
import { useEffect } from 'react'

/** F2 or Ctrl/Cmd+E puts the cursor into the caption, at its end, from anywhere in the window but a dialog. */
export function useCaptionKey(box: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const modified = event.ctrlKey || event.metaKey
      const asked =
        event.key === 'F2' || (modified && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'e')
      if (!asked || event.isComposing || box.current === null || document.querySelector('[role="dialog"]') !== null)
        return
      event.preventDefault()
      box.current.focus()
      box.current.setSelectionRange(box.current.value.length, box.current.value.length)
    }
    window.addEventListener('keydown', key)
    return () => window.removeEventListener('keydown', key)
  }, [box])
}
