import type { KeyboardEvent } from 'react'
import type { SheetShape } from '../selection/arrow-keys.js'
import type { Held, SelectionControl } from '../selection/useSelection.js'

/** The keys of a listing, however it is laid out: moving, selecting, opening the photo that the keyboard is on. */
export function sheetKeys(
  control: SelectionControl,
  shape: SheetShape,
  onOpen: () => void,
): (event: KeyboardEvent) => void {
  return (event) => {
    const held: Held = { shift: event.shiftKey, mod: event.ctrlKey || event.metaKey }
    if (event.altKey || event.nativeEvent.isComposing) return
    if (control.move(event.key, held, shape)) event.preventDefault()
    else if (event.key === ' ' && held.mod) take(event, control.toggleFocused)
    else if ((event.key === ' ' || event.key === 'Enter') && !held.mod) {
      if (control.selection.focus !== null) take(event, onOpen)
    } else if (event.key === 'Escape') take(event, control.clear)
    else if (event.key.toLowerCase() === 'a' && held.mod) take(event, control.selectAll)
  }
}

function take(event: KeyboardEvent, act: () => void): void {
  event.preventDefault()
  act()
}
