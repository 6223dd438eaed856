import { useEffect, useRef } from 'react'

/**
 * Alt and a digit chooses a credit for the whole selection from anywhere in the window but a dialog. A key that comes while the photos
 * just selected are still being read (`waiting`) counts as soon as they are there.
 */
export function useCreditKeys(choose: ((place: number) => boolean) | null, waiting: boolean): void {
  const pressed = useRef<number | null>(null)
  useEffect(() => {
    if (choose === null && !waiting) pressed.current = null
    if (choose === null || pressed.current === null) return
    choose(pressed.current)
    pressed.current = null
  }, [choose, waiting])
  useEffect(() => {
    if (choose === null && !waiting) return
    const key = (event: KeyboardEvent) => {
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
      if (digit === undefined || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      if (event.isComposing || document.querySelector('[role="dialog"]') !== null) return
      const place = Number(digit) - 1
      if (choose === null) pressed.current = place
      if (choose === null || choose(place)) event.preventDefault()
    }
    window.addEventListener('keydown', key)
    return () => window.removeEventListener('keydown', key)
  }, [choose, waiting])
}
