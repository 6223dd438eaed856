import type { Photo } from '#contract'
import { CutlineError } from '#contract'

/** Photos fetched at once: about as many as the largest window shows of small tiles; more would keep those in sight waiting. */
export const pageSize = 100
/** Pages kept; those looked at longest ago go first. */
const mostPages = 40
/** Pages asked for at the same time: of those that fly past, most are never asked for. */
const mostUnderway = 2

/** Fetches a part of a listing, and tells how many photos there are in all. */
export type FetchPage = (offset: number, limit: number) => Promise<{ total: number; photos: Photo[] }>

/** A listing as far as it is known. */
export interface Listing {
  /** null until the first page has come. */
  readonly total: number | null
  readonly pages: ReadonlyMap<number, readonly Photo[]>
  /** Why the last fetch failed; what was fetched before stays. */
  readonly error: CutlineError | null
}

/**
 * A long listing fetched page by page as it is looked at, for React's `useSyncExternalStore`. When photos change, the pages
 * in sight are fetched again and shown as they were until then; the others are forgotten.
 */
export class PhotoPages {
  #listing: Listing = { total: null, pages: new Map(), error: null }
  readonly #listeners = new Set<() => void>()
  /** Pages that are looked at, by who looks: the sheet, and the large view above it. */
  readonly #lookers = new Map<symbol, readonly number[]>()
  readonly #underway = new Set<number>()
  /** Pages shown that have changed since they were fetched. */
  readonly #stale = new Set<number>()
  /** Counts changes: what was fetched before the last of them is stale already. */
  #changes = 0

  constructor(private readonly fetch: FetchPage) {}

  readonly current = (): Listing => this.#listing

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Photos from `first` to `last` (places, both included) are looked at: fetches what is not there, and keeps it up to date until the
   * answer is called.
   */
  readonly look = (first: number, last: number): (() => void) => {
    const pages: number[] = []
    for (let page = pageOf(Math.max(0, first)); page <= pageOf(Math.max(0, last)); page++) pages.push(page)
    const looker = Symbol()
    this.#lookers.set(looker, pages)
    this.#fetchMissing()
    return () => void this.#lookers.delete(looker)
  }

  /** Photos came, went or changed. */
  readonly refresh = (): void => {
    this.#changes++
    const pages = new Map([...this.#listing.pages].filter(([page]) => this.#inSight.includes(page)))
    for (const page of pages.keys()) this.#stale.add(page)
    this.#listing = { ...this.#listing, pages, error: null }
    this.#fetchMissing()
  }

  /** What was looked at last comes first; the first page where nobody looks. */
  get #inSight(): readonly number[] {
    const pages = [...this.#lookers.values()].reverse().flat()
    return pages.length === 0 ? [0] : [...new Set(pages)]
  }

  #fetchMissing(): void {
    const { total, pages } = this.#listing
    for (const page of this.#inSight) {
      // When one has come, those then in sight are next.
      if (this.#underway.size >= mostUnderway) return
      const beyond = total !== null && page > 0 && page * pageSize >= total && !this.#stale.has(page)
      if (beyond || this.#underway.has(page) || (pages.has(page) && !this.#stale.has(page))) continue
      void this.#fetch(page)
    }
  }

  async #fetch(page: number): Promise<void> {
    this.#underway.add(page)
    const changes = this.#changes
    try {
      const { total, photos } = await this.fetch(page * pageSize, pageSize)
      this.#underway.delete(page)
      if (changes === this.#changes) this.#stale.delete(page)
      else this.#stale.add(page)
      this.#tell({ total, pages: this.#withPage(page, photos), error: null })
      this.#fetchMissing()
    } catch (thrown) {
      this.#underway.delete(page)
      this.#tell({ ...this.#listing, error: CutlineError.from(thrown) })
    }
  }

  #withPage(page: number, photos: readonly Photo[]): Map<number, readonly Photo[]> {
    const pages = new Map(this.#listing.pages)
    pages.delete(page)
    pages.set(page, photos)
    for (const old of [...pages.keys()]) {
      if (pages.size <= mostPages) break
      if (this.#inSight.includes(old)) continue
      pages.delete(old)
      this.#stale.delete(old)
    }
    return pages
  }

  #tell(listing: Listing): void {
    this.#listing = listing
    for (const listener of [...this.#listeners]) listener()
  }
}

function pageOf(at: number): number {
  return Math.floor(at / pageSize)
}

/** The photo at a place; undefined where it has not been fetched. */
export function photoAt({ pages }: Listing, at: number): Photo | undefined {
  return pages.get(pageOf(at))?.[at % pageSize]
}

/** Where a photo stands now, when it stood at `hint`; null where it is in none of the pages known. */
export function placeOf(listing: Listing, id: string, hint: number): number | null {
  if (photoAt(listing, hint)?.id === id) return hint
  for (const [page, photos] of listing.pages) {
    const at = photos.findIndex((photo) => photo.id === id)
    if (at >= 0) return page * pageSize + at
  }
  return null
}
