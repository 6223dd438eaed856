import { useEffect, useState } from 'react'

/** A value as it was before the last pause of so many milliseconds; at once when it becomes empty. */
export function usePause(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value === '' ? 0 : milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
