type TextBox = HTMLInputElement | HTMLTextAreaElement

/** The text box that is being typed in, if one is. */
export function focusedTextBox(): TextBox | null {
  const { activeElement } = document
  if (activeElement instanceof HTMLTextAreaElement) return activeElement
  return activeElement instanceof HTMLInputElement && activeElement.type !== 'range' ? activeElement : null
}

/**
 * Undoes or redoes typing in a box whose text is nothing that the archive keeps: a search, a dialog's field. Answers whether
 * the cursor is in such a box.
 */
export function undoInOwnBox(direction: 'undo' | 'redo'): boolean {
  const box = focusedTextBox()
  if (box?.dataset.undo !== 'native') return false
  // Deprecated, and the only way there is to the box's own undo history.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.execCommand(direction)
  return true
}
