import { type RefObject, useEffect, useRef } from 'react'

/**
 * Focuses a dialog's main button as soon as it can be pressed for the first time, so that Enter goes on; not where somebody is at another
 * part of the dialog by then.
 */
export function useFocusWhenReady(isReady: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null)
  const wasReady = useRef(false)
  useEffect(() => {
    if (!isReady || wasReady.current) return
    wasReady.current = true
    const { activeElement } = document
    const isElsewhere = activeElement?.closest('[role="dialog"]') !== null && activeElement?.role !== 'dialog'
    if (!isElsewhere) button.current?.focus()
  }, [isReady])
  return button
}
