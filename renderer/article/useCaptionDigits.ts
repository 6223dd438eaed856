import { useEffect, useRef } from 'react'

/** Milliseconds within which two digits are one number. */
const pair = 600

/**
 * Digits typed one after the other as a caption's number, from 1. With nine captions or fewer one digit is enough at once;
 * with more, a digit that may begin a longer number waits a moment for the next.
 */
export function useCaptionDigits(count: number, onNumber: (number: number) => void): (key: string) => boolean {
  const typed = useRef('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const done = () => {
    clearTimeout(timer.current)
    const number = Number(typed.current)
    typed.current = ''
    if (number >= 1 && number <= count) onNumber(number)
  }
  return (key) => {
    if (!/^\d$/.test(key) || count === 0) return false
    typed.current += key
    clearTimeout(timer.current)
    if (Number(typed.current) * 10 > count) done()
    else timer.current = setTimeout(done, pair)
    return true
  }
}
