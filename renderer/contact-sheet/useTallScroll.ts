import { observeElementRect } from '@tanstack/react-virtual'
import type { RefObject } from 'react'
import { useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { TallScroll, tallElement } from './tall-scroll.js'

type Observe = typeof observeElementRect<HTMLDivElement>

/** A scroller whose listing may be higher than an element can be: options for the virtualizer, and by how much its rows stand higher. */
export function useTallScroll(scroller: RefObject<HTMLDivElement | null>) {
  const [tall] = useState(() => new TallScroll())
  const offset = useSyncExternalStore(tall.subscribe, tall.current)
  const [seenAs] = useState(() => new WeakMap<HTMLDivElement, HTMLDivElement>())
  const [options] = useState(() => ({
    getScrollElement: (): HTMLDivElement | null => {
      const element = scroller.current
      if (element === null) return null
      const known = seenAs.get(element) ?? tallElement(element, tall)
      seenAs.set(element, known)
      return known
    },
    // Sizes are observed on elements alone.
    observeElementRect: ((instance, told) =>
      observeElementRect(
        Object.create(instance, { scrollElement: { value: scroller.current } }) as typeof instance,
        told,
      )) satisfies Observe,
  }))
  return { tall, offset, options }
}

/** Tells the scroller how high its listing is. */
export function useTallHeight(
  tall: TallScroll,
  scroller: RefObject<HTMLDivElement | null>,
  height: number,
  seen: number,
): void {
  useLayoutEffect(() => tall.measure(height, seen, scroller.current), [tall, scroller, height, seen])
}
