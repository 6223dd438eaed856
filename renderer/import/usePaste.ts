import { useEffect } from 'react'
import { pathsOf } from '../bridge/bridge.js'
import { focusedTextBox } from '../shell/text-box.js'
import { useStable } from '../ui/useStable.js'

/**
 * Pasting outside of text boxes, by key or menu, brings in what the clipboard holds. `onPaste` gets the absolute paths of files that were
 * copied in a file manager, as far as the page is told of them; none of a picture, or where the system names files in another way.
 */
export function usePaste(onPaste: (paths: readonly string[]) => void): void {
  const pasted = useStable(onPaste)
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || focusedTextBox() !== null) return
      // A dialog in front has its own use for it.
      if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return
      event.preventDefault()
      pasted(pathsOf([...(event.clipboardData?.files ?? [])]))
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [pasted])
}
