import { mkdir, rm } from 'node:fs/promises'
import type { PhotoId } from '#contract'
import { arrivingFile, arrivingFolder } from '../archive/cache-files.js'
import type { Imaging } from '../imaging/imaging.js'
import type { SourceFile } from './source.js'

/** About a screen of them: who looks further down finds rendered ones there by then. */
const most = 48

/** A file that is about to come in, with the id that its photo will have. */
export interface Arriving {
  id: PhotoId
  file: SourceFile
}

/**
 * Shows what is coming in before it is there: the thumbnails that cameras and phones put into their files, a few milliseconds each.
 * A record appears when its photo is copied, verified, decoded and durable, not before; these pictures promise nothing, and are
 * gone when the import has ended.
 */
export class Arrivals {
  private ended = false

  constructor(
    private readonly imaging: Imaging,
    private readonly cacheFolder: string,
    private readonly onArriving: (photo: { id: PhotoId; file: string }) => void,
  ) {}

  /** Never rejects: a file without a thumbnail shows itself when it is decoded, or says then what is wrong with it. */
  async show(files: readonly Arriving[]): Promise<void> {
    await mkdir(arrivingFolder(this.cacheFolder), { recursive: true }).catch(() => undefined)
    const showOne = async ({ id, file }: Arriving) => {
      if (this.ended) return
      const there = await this.imaging.glance(file.path, arrivingFile(this.cacheFolder, id)).catch(() => false)
      if (there && !this.isOver()) this.onArriving({ id, file: file.shown })
    }
    await Promise.all(files.slice(0, most).map(showOne))
  }

  async end(): Promise<void> {
    this.ended = true
    await rm(arrivingFolder(this.cacheFolder), { recursive: true, force: true }).catch(() => undefined)
  }

  private isOver(): boolean {
    return this.ended
  }
}
