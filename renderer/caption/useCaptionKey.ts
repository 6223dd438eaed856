import type { RefObject } from 'react'
import { useEffect } from 'react'

/** Milliseconds that the key waits for the box of a photo that has only just been selected. */
const patience = 500

/** F2 or Ctrl/Cmd+E puts the cursor into the caption, at its end, from anywhere in the window but a dialog. */
export function useCaptionKey(box: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const modified = event.ctrlKey || event.metaKey
      const asked =
        event.key === 'F2' || (modified && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'e')
      if (!asked || event.isComposing || document.querySelector('[role="dialog"]') !== null) return
      event.preventDefault()
      focus(performance.now() + patience)
    }
    const focus = (until: number) => {
      if (box.current !== null) {
        box.current.focus()
        box.current.setSelectionRange(box.current.value.length, box.current.value.length)
      } else if (performance.now() < until) requestAnimationFrame(() => focus(until))
    }
    window.addEventListener('keydown', key)
    return () => window.removeEventListener('keydown', key)
  }, [box])
}
