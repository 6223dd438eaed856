/** Screens that pass in a second when pictures cannot be looked at. */
const fast = 4
/** Milliseconds without a movement after which scrolling has stopped. */
const rest = 70

/**
 * How fast a listing is scrolled. What comes into being while it flies past asks for its picture only when the scrolling slows
 * down, so that the pictures of where it stops do not wait behind hundreds that nobody has seen.
 */
export class ScrollPace {
  #isFast = false
  #last: { readonly top: number; readonly time: number } | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #listeners = new Set<() => void>()

  get isFast(): boolean {
    return this.#isFast
  }

  readonly current = (): boolean => this.#isFast

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The listing stands at `top` of a screen `height` high, pixels; `time` in milliseconds. */
  moved(top: number, height: number, time: number = performance.now()): void {
    const last = this.#last
    this.#last = { top, time }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#last = null
      this.#set(false)
    }, rest)
    if (last === null || height === 0) return
    const screens = Math.abs(top - last.top) / height
    // A frame can come early: less than one at 120 Hz tells nothing of the pace.
    const seconds = Math.max(time - last.time, 8) / 1_000
    this.#set(screens / seconds > fast)
  }

  #set(isFast: boolean): void {
    if (isFast === this.#isFast) return
    this.#isFast = isFast
    for (const listener of [...this.#listeners]) listener()
  }
}
