/** Screens that pass in a second when pictures cannot be looked at. */
const fast = 4
/** As slow again as this, they can; between the two nothing changes, so that a pace on the border does not flicker. */
const slow = 2
/** Frames without a movement after which scrolling has stopped. A slow machine's frames are longer, and so is its patience. */
const stillFrames = 1

/**
 * How fast a listing is scrolled. What comes into being while it flies past is drawn empty and neither its record nor its picture
 * is asked for, so that those of where it stops do not wait behind hundreds that nobody has seen.
 */
export class ScrollPace {
  #isFast = false
  #last: { readonly top: number; readonly time: number } | null = null
  /** Frames since the last movement; null while nobody counts. */
  #still: number | null = null
  readonly #listeners = new Set<() => void>()

  constructor(private readonly nextFrame: (act: () => void) => unknown) {}

  get isFast(): boolean {
    return this.#isFast
  }

  /** Whether there was a movement within the last frames. */
  get isMoving(): boolean {
    return this.#still !== null
  }

  readonly current = (): boolean => this.#isFast

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The listing stands at `top` of a screen `height` high, pixels; `time` in milliseconds. */
  moved(top: number, height: number, time: number): void {
    const last = this.#last
    this.#last = { top, time }
    if (this.#still === null) this.nextFrame(this.#countFrame)
    this.#still = 0
    if (last === null || height === 0) return
    // A frame can come early: less than one at 120 Hz tells nothing of the pace.
    const seconds = Math.max(time - last.time, 8) / 1_000
    const screens = Math.abs(top - last.top) / height / seconds
    if (screens > fast) this.#set(true)
    else if (screens < slow) this.#set(false)
  }

  readonly #countFrame = (): void => {
    this.#still = (this.#still ?? 0) + 1
    if (this.#still <= stillFrames) {
      this.nextFrame(this.#countFrame)
      return
    }
    this.#still = null
    this.#last = null
    this.#set(false)
  }

  #set(isFast: boolean): void {
    if (isFast === this.#isFast) return
    this.#isFast = isFast
    for (const listener of [...this.#listeners]) listener()
  }
}
