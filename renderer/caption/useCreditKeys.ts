import { useEffect } from 'react'

/** Alt and a digit chooses a credit for the whole selection from anywhere in the window but a dialog. */
export function useCreditKeys(choose: ((place: number) => boolean) | null): void {
  useEffect(() => {
    if (choose === null) return
    const key = (event: KeyboardEvent) => {
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
      if (digit === undefined || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      if (event.isComposing || document.querySelector('[role="dialog"]') !== null) return
      if (choose(Number(digit) - 1)) event.preventDefault()
    }
    window.addEventListener('keydown', key)
    return () => window.removeEventListener('keydown', key)
  }, [choose])
}
