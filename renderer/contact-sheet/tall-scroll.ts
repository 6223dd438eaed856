/** Higher elements than this, pixels, Chromium cuts off (it counts up to 33,554,428): a million photos are twice as high. */
const mostHeight = 30_000_000

/**
 * A listing higher than an element can be. The element is as high as may be, and what it holds stands `offset` pixels higher than it
 * would: small movements are as they are, and from time to time the element is set back under them; large ones (the scrollbar, a jump)
 * go to the same part of the listing as of the element. Heights up to `most` are left alone.
 */
export class TallScroll {
  /** How much higher the content stands than its places say, pixels. */
  #offset = 0
  /** Where the element stood last, and where in the listing that is. */
  #top = 0
  #place = 0
  /** Heights of the listing and of the part that is seen. */
  #height = 0
  #seen = 0
  #element: { scrollTop: number } | null = null
  readonly #listeners = new Set<() => void>()

  constructor(private readonly most = mostHeight) {}

  readonly current = (): number => this.#offset

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** How high the element is to be for a listing `height` high. */
  elementHeight(height: number): number {
    return Math.min(height, this.most)
  }

  /** The listing is `height` high, of which `seen` are seen at a time, in this element. */
  measure(height: number, seen: number, element: { scrollTop: number } | null): void {
    this.#height = height
    this.#seen = seen
    this.#element = element
    if (!this.#isTall) this.#set(0)
    else if (this.#offset > height - this.most) this.#set(height - this.most)
  }

  /** The listing's own height where it is higher than the element; null where the element's own counts. */
  get tallHeight(): number | null {
    return this.#isTall ? this.#height : null
  }

  /** The element stands at `top`; answers where in the listing that is. May set the element back. */
  moved(top: number): number {
    const by = top - this.#top
    if (!this.#isTall) {
      this.#top = top
      return (this.#place = top)
    }
    if (by === 0) return this.#place
    if (Math.abs(by) < this.#seen) {
      const back = this.to(this.#place + by)
      if (back !== top && this.#element !== null) this.#element.scrollTop = back
      return this.#place
    }
    const part = Math.min(1, Math.max(0, top / (this.most - this.#seen)))
    this.#set(this.#offsetAt(part * (this.#height - this.#seen)))
    this.#top = top
    return (this.#place = top + this.#offset)
  }

  /** Where the element has to stand to show a place of the listing. */
  to(place: number): number {
    if (!this.#isTall) return place
    this.#place = Math.min(Math.max(0, place), this.#height - this.#seen)
    this.#set(this.#offsetAt(this.#place))
    return (this.#top = this.#place - this.#offset)
  }

  get #isTall(): boolean {
    return this.#height > this.most
  }

  /** In a hundred steps over the element's height, so that it is seldom set back. */
  #offsetAt(place: number): number {
    const step = this.most / 100
    const steps = Math.floor(this.#height / step)
    const at = Math.min(steps - 1, Math.floor(place / step))
    return Math.round((at * (this.#height - this.most)) / (steps - 1))
  }

  #set(offset: number): void {
    if (offset === this.#offset) return
    this.#offset = offset
    for (const listener of [...this.#listeners]) listener()
  }
}

/** The element as somebody sees it who knows nothing of its limit: as high as the listing, standing where the listing stands. */
export function tallElement<E extends HTMLElement>(element: E, tall: TallScroll): E {
  const scrollTo = ({ top = 0, ...how }: ScrollToOptions) => element.scrollTo({ ...how, top: tall.to(top) })
  return new Proxy(element, {
    get: (_, name) => {
      if (name === 'scrollTop') return tall.moved(element.scrollTop)
      if (name === 'scrollHeight') return tall.tallHeight ?? element.scrollHeight
      if (name === 'scrollTo') return scrollTo
      const value: unknown = Reflect.get(element, name, element)
      // Methods of elements work on elements alone.
      return typeof value === 'function' ? (value.bind(element) as unknown) : value
    },
  })
}
