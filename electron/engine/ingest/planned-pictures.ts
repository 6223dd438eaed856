import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { PlannedPicture } from '#contract'
import { plannedFile, plannedFolder } from '../archive/cache-files.js'
import type { Imaging } from '../imaging/imaging.js'
import type { SourceFile } from './source.js'

/** As many as the dialog lists. */
const most = 200

/** Files of up to so many bytes are decoded where they carry no thumbnail: what chats and documents hold, some 10 ms each. */
const small = 1_500_000

/** Bytes by which files are told apart here. */
const headBytes = 64 * 1024

/** Milliseconds for which pictures are kept: a plan is made again with every change of its choices, and finds them there. */
const kept = 3600 * 1000

/** Small pictures of what an import would bring: those that cameras put into their files, and small files themselves. */
export class PlannedPictures {
  private asked = 0

  constructor(
    private readonly imaging: Imaging,
    private readonly cacheFolder: string,
  ) {}

  /** Makes room, and clears away what earlier plans left. Never rejects: without pictures a plan is still a plan. */
  async begin(): Promise<void> {
    const folder = plannedFolder(this.cacheFolder)
    try {
      await mkdir(folder, { recursive: true })
      for (const name of await readdir(folder)) {
        const file = path.join(folder, name)
        if (Date.now() - (await stat(file)).mtimeMs > kept) await rm(file, { force: true })
      }
    } catch {
      // A cache that cannot be written shows no pictures.
    }
  }

  /** The picture of a file whose bytes lie at `where` now; null where there is none at little cost. Never rejects. */
  async of(file: SourceFile, where: string): Promise<PlannedPicture | null> {
    if (this.asked >= most) return null
    this.asked++
    try {
      const name = await nameOf(where, file.bytes)
      const target = plannedFile(this.cacheFolder, name)
      const isMade = (await isThere(target)) || (await this.imaging.glance(where, target))
      if (!isMade) {
        if (file.bytes > small) return null
        await this.imaging.thumbnail(where, target)
      }
      return { kind: 'planned', name }
    } catch {
      return null
    }
  }
}

function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}

/** The hash of a file's first bytes and its length: where it lies tells nothing, as files of a zip lie elsewhere each time. */
async function nameOf(where: string, bytes: number): Promise<string> {
  const handle = await open(where, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return createHash('sha256').update(`${bytes} `).update(buffer.subarray(0, bytesRead)).digest('hex')
  } finally {
    await handle.close()
  }
}
