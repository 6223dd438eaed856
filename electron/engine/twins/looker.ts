import { access } from 'node:fs/promises'
import type { Photo } from '#contract'
import type { Archive } from '../archive/archive.js'
import { thumbnailFile } from '../archive/cache-files.js'
import type { Originals } from '../archive/originals.js'
import type { Imaging } from '../imaging/imaging.js'
import type { ArchiveIndex, Likeness } from '../index/archive-index.js'

/** Milliseconds without other work before photos are looked at, and between two looks whether there still is none. */
const quiet = 2_000

/** Photos that are looked at before they are noted. */
const atOnce = 24

export interface LookerTools {
  archive: Archive
  index: () => Promise<ArchiveIndex>
  originals: Originals
  cacheFolder: string
  imaging: () => Imaging
  /** Whether long work is under way, which goes before. */
  isBusy: () => boolean
  /** Some more photos have been looked at. */
  onLooked: () => void
}

/**
 * Looks at photos whose likeness the index does not hold: after it was made anew, or after an import that could not finish. It goes
 * by their thumbnails, one at a time, while nothing else is under way.
 */
export class Looker {
  private timer: NodeJS.Timeout | null = null
  private running: Promise<void> | null = null
  private closed = false

  constructor(private readonly tools: LookerTools) {}

  /** Begins in a while, where there is anything to look at. */
  wake(): void {
    if (this.closed || this.timer || this.running) return
    this.timer = setTimeout(() => {
      this.timer = null
      void this.finish(true).catch(() => undefined)
    }, quiet)
    this.timer.unref()
  }

  /** Looks at everything that is left; `gently`: only while nothing else is under way. Resolves early when it is closed. */
  async finish(gently = false): Promise<void> {
    if (this.running) await this.running
    if (this.closed) return
    this.running = this.lookAtAll(gently)
    try {
      await this.running
    } finally {
      this.running = null
    }
  }

  /** Stops after the photo in hand; what was seen is kept. */
  async close(): Promise<void> {
    this.closed = true
    if (this.timer) clearTimeout(this.timer)
    await this.running?.catch(() => undefined)
  }

  private isClosed(): boolean {
    return this.closed
  }

  private async lookAtAll(gently: boolean): Promise<void> {
    const index = await this.tools.index()
    while (!this.closed) {
      // An import notes what it sees when it ends.
      if (gently) await this.whileBusy()
      const ids = (await index.notLookedAt(atOnce)).map(({ id }) => id)
      if (ids.length === 0) return
      const seen: Likeness[] = []
      for (const photo of await this.tools.archive.photos(ids)) {
        if (gently) await this.whileBusy()
        // Closing may come while a picture is looked at.
        if (this.isClosed()) break
        seen.push({ sha256: photo.sha256, likeness: await this.lookAt(photo) })
      }
      if (seen.length === 0) return
      await index.putLikenesses(seen)
      this.tools.onLooked()
    }
  }

  /** Nothing can be said of a photo that cannot be shown. */
  private async lookAt(photo: Photo): Promise<string | null> {
    const { archive, cacheFolder, originals } = this.tools
    const imaging = this.tools.imaging()
    const thumbnail = thumbnailFile(cacheFolder, photo.sha256)
    try {
      if (await isThere(thumbnail)) return await imaging.likeness(thumbnail)
      // Somebody else's cache is not ours to fill.
      if (archive.readOnly) return null
      const { likeness } = await imaging.thumbnail(originals.absolute(photo.path), thumbnail)
      return likeness === undefined ? await imaging.likeness(thumbnail) : likeness
    } catch {
      return null
    }
  }

  private async whileBusy(): Promise<void> {
    while (!this.closed && this.tools.isBusy()) {
      await new Promise<void>((resolve) => {
        setTimeout(resolve, quiet / 10).unref()
      })
    }
  }
}

async function isThere(file: string): Promise<boolean> {
  try {
    await access(file)
    return true
  } catch {
    return false
  }
}
