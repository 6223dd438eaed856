import type { ScrollPace } from './scroll-pace.js'

/** Tiles filled in a frame: enough for the pace up to which there is anything to see, and a frame stays a frame. */
const perFrame = 3
/** Milliseconds after which a frame was late: the machine is slow or busy, and one tile is enough for it. */
const late = 24

interface Waiting {
  readonly at: number
  readonly fill: () => void
}

/**
 * Tiles that have come into being while the sheet moves, in the order they came, those that are seen before the others. A whole row of
 * them takes longer than a frame, so that scrolling would stumble with every row: they are empty at first and filled a few in each
 * frame; none while everything flies past. When it stops, all that are seen are filled at once, and those above and below after them.
 */
export class FillQueue {
  readonly #waiting = new Set<Waiting>()
  #seen = { first: 0, last: -1 }
  #isCounting = false
  /** When the last frame was; null before the first of a row of them. */
  #last: number | null = null

  constructor(
    private readonly pace: ScrollPace,
    private readonly nextFrame: (act: () => void) => unknown,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Whether what comes now is to wait for its turn. */
  get isWaiting(): boolean {
    return this.pace.isFast || this.pace.isMoving
  }

  /** Places from `first` to `last`, both included, are on the screen. */
  see(first: number, last: number): void {
    this.#seen = { first, last }
  }

  /** Calls `fill` when the turn of the place `at` has come; answers how to leave the queue. */
  ask(at: number, fill: () => void): () => void {
    const waiting = { at, fill }
    this.#waiting.add(waiting)
    this.#count()
    return () => this.#waiting.delete(waiting)
  }

  #count(): void {
    if (this.#isCounting) return
    if (this.#waiting.size === 0) {
      this.#last = null
      return
    }
    this.#isCounting = true
    this.nextFrame(this.#frame)
  }

  readonly #isSeen = ({ at }: Waiting): boolean => at >= this.#seen.first && at <= this.#seen.last

  readonly #frame = (): void => {
    this.#isCounting = false
    const now = this.now()
    const few = this.#last !== null && now - this.#last > late ? 1 : perFrame
    this.#last = now
    if (!this.pace.isFast) {
      const seen = [...this.#waiting].filter(this.#isSeen)
      const others = [...this.#waiting].filter((waiting) => !this.#isSeen(waiting))
      this.#fill([...seen, ...others].slice(0, this.pace.isMoving ? few : Math.max(few, seen.length)))
    }
    this.#count()
  }

  #fill(those: readonly Waiting[]): void {
    for (const waiting of those) {
      this.#waiting.delete(waiting)
      waiting.fill()
    }
  }
}
