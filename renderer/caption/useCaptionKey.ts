import type { RefObject } from 'react'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'

/** Milliseconds that the key waits for the box of a photo that has only just been selected. */
const patience = 500

/**
 * F2 or Ctrl/Cmd+E puts the cursor into the caption, at its end, from anywhere in the window but a dialog. While the photos just selected
 * are still being read (`waiting`) the box takes nothing; what is typed for it meanwhile is kept and put in as soon as it does, so that
 * somebody who types at once loses no character and marks no photo by one.
 */
export function useCaptionKey(box: RefObject<HTMLTextAreaElement | null>, waiting: boolean): void {
  const wait = useRef(waiting)
  const asked = useRef(false)
  const ahead = useRef('')

  const arrive = useCallback(() => {
    const typed = ahead.current
    if (asked.current || typed !== '') putCursor(box.current)
    ahead.current = ''
    asked.current = false
    if (typed === '' || box.current === null || box.current.readOnly) return
    // Unlike setting the value, this is an edit that the box's component hears.
    box.current.setRangeText(typed, box.current.value.length, box.current.value.length, 'end')
    box.current.dispatchEvent(new InputEvent('input', { bubbles: true, data: typed, inputType: 'insertText' }))
  }, [box])

  useLayoutEffect(() => {
    wait.current = waiting
    if (!waiting && box.current !== null) arrive()
  }, [box, waiting, arrive])

  useEffect(() => {
    const caption = (event: KeyboardEvent) => {
      if (!isCaptionKey(event) || event.isComposing || dialogIsOpen()) return
      event.preventDefault()
      asked.current = true
      focus(performance.now() + patience)
    }
    const focus = (until: number) => {
      if (wait.current) return
      if (box.current === null && performance.now() < until) {
        requestAnimationFrame(() => focus(until))
        return
      }
      arrive()
    }
    // Before the sheet sees it, for whom single keys are marks.
    const keep = (event: KeyboardEvent) => {
      if (!asked.current && !(wait.current && document.activeElement === box.current)) return
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialogIsOpen()) return
      if (Array.from(event.key).length !== 1) return
      event.preventDefault()
      event.stopPropagation()
      ahead.current += event.key
    }
    window.addEventListener('keydown', caption)
    window.addEventListener('keydown', keep, { capture: true })
    return () => {
      window.removeEventListener('keydown', caption)
      window.removeEventListener('keydown', keep, { capture: true })
    }
  }, [box, arrive])
}

function isCaptionKey(event: KeyboardEvent): boolean {
  const modified = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  return event.key === 'F2' || (modified && event.key.toLowerCase() === 'e')
}

function dialogIsOpen(): boolean {
  return document.querySelector('[role="dialog"]') !== null
}

function putCursor(box: HTMLTextAreaElement | null): void {
  box?.focus()
  box?.setSelectionRange(box.value.length, box.value.length)
}
