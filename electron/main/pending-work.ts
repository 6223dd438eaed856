import { setTimeout as sleep } from 'node:timers/promises'

/** Work under way, so that a window does not close on it. */
export class PendingWork {
  private readonly running = new Set<Promise<unknown>>()

  track<T>(work: Promise<T>): Promise<T> {
    this.running.add(work)
    const done = (): void => {
      this.running.delete(work)
    }
    work.then(done, done)
    return work
  }

  /** Resolves when nothing has been under way for `quiet` milliseconds, and after `patience` milliseconds in any case. */
  async settled(patience: number, quiet: number): Promise<void> {
    const giveUp = sleep(patience, 'late', { ref: false })
    for (;;) {
      // What comes next may only be asked for once the first is answered.
      const calm = Promise.allSettled(this.running).then(() => sleep(quiet, 'calm'))
      if ((await Promise.race([calm, giveUp])) === 'late' || this.running.size === 0) return
    }
  }
}
