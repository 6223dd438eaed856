import type { Mutation, PhotoFieldChanges, PhotoId } from '#contract'

/** Photos whose sidecars are to be looked after, in the order they came, with what the catalog said of them before. */
export class Pending {
  private readonly waiting = new Set<PhotoId>()
  private readonly before = new Map<PhotoId, PhotoFieldChanges>()

  get size(): number {
    return this.waiting.size
  }

  add(ids: Iterable<PhotoId>): void {
    for (const id of ids) this.waiting.add(id)
  }

  /** Notes what a change was made from; the oldest counts, because that is what a sidecar may still say. */
  noteBefore(mutations: readonly Mutation[]): void {
    for (const mutation of mutations) {
      if (mutation.op === 'photo.add') this.before.set(mutation.photo.id, mutation.photo)
      if (mutation.op === 'photo.set' || mutation.op === 'photo.adopt') {
        this.before.set(mutation.id, { ...mutation.before, ...this.before.get(mutation.id) })
      }
    }
  }

  earlier(id: PhotoId): PhotoFieldChanges {
    return this.before.get(id) ?? {}
  }

  take(most: number): PhotoId[] {
    const ids: PhotoId[] = []
    for (const id of this.waiting) {
      if (ids.length === most) break
      ids.push(id)
    }
    for (const id of ids) this.waiting.delete(id)
    return ids
  }

  /** Their sidecars say what the catalog says; those that have been changed again meanwhile keep what they were. */
  settled(ids: readonly PhotoId[]): void {
    for (const id of ids) if (!this.waiting.has(id)) this.before.delete(id)
  }
}
