import type { ScrollPace } from './scroll-pace.js'

/** Tiles filled in a frame while the sheet moves: enough for the pace up to which there is anything to see, and a frame stays a frame. */
const perFrame = 3

/**
 * Tiles that have come into being while the sheet moves, in the order they came. A whole row of them takes longer than a frame, so that
 * scrolling would stumble with every row: they are empty at first and filled a few in each frame; none while everything flies past,
 * and all at once when it stops.
 */
export class FillQueue {
  readonly #waiting = new Set<() => void>()
  #isCounting = false

  constructor(
    private readonly pace: ScrollPace,
    private readonly nextFrame: (act: () => void) => unknown,
  ) {}

  /** Whether what comes now is to wait for its turn. */
  get isWaiting(): boolean {
    return this.pace.isFast || this.pace.isMoving
  }

  /** Calls `fill` when its turn has come; answers how to leave the queue. */
  ask(fill: () => void): () => void {
    this.#waiting.add(fill)
    this.#count()
    return () => this.#waiting.delete(fill)
  }

  #count(): void {
    if (this.#isCounting || this.#waiting.size === 0) return
    this.#isCounting = true
    this.nextFrame(this.#frame)
  }

  readonly #frame = (): void => {
    this.#isCounting = false
    if (!this.pace.isFast) this.#fill(this.pace.isMoving ? perFrame : this.#waiting.size)
    this.#count()
  }

  #fill(count: number): void {
    for (const fill of [...this.#waiting].slice(0, count)) {
      this.#waiting.delete(fill)
      fill()
    }
  }
}
