import type { RefObject } from 'react'
import { useLayoutEffect, useState } from 'react'

/** An element's size inside its scrollbars, in CSS pixels, kept up to date. */
export function useInnerSize(element: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return
    const observer = new ResizeObserver(() => {
      // A hidden element has no size; what it had comes back with it.
      if (current.clientWidth > 0) setSize({ width: current.clientWidth, height: current.clientHeight })
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return size
}
