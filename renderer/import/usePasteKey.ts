import { useEffect } from 'react'
import { focusedTextBox } from '../shell/text-box.js'
import { useStable } from '../ui/useStable.js'

/** The paste key outside of text boxes brings in what the clipboard holds. */
export function usePasteKey(onPaste: () => void): void {
  const paste = useStable(onPaste)
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const isPaste = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key === 'v'
      if (!isPaste || event.defaultPrevented || focusedTextBox() !== null) return
      // A dialog in front has its own use for the key.
      if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return
      event.preventDefault()
      paste()
    }
    window.addEventListener('keydown', key)
    return () => window.removeEventListener('keydown', key)
  }, [paste])
}
