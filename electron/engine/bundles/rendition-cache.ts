import { createHash, randomUUID } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { Sha256 } from '#contract'
import type { Imaging } from '../imaging/imaging.js'
import { contentOf } from './sealed-file.js'

type Making = Parameters<Imaging['rendition']>[2]
type Made = Awaited<ReturnType<Imaging['rendition']>>

/** Counted up when renditions come out differently from the same choices. */
const version = 1

/** What is kept beside each picture: it is believed only as long as its content is the same. */
const Kept = z.object({ width: z.int(), height: z.int(), isSrgb: z.boolean(), sha256: Sha256 })

/**
 * Pictures of earlier exports, before fields are written into them: the same original with the same choices is not decoded again, whatever
 * has been written about it meanwhile. Lies in the archive's cache folder and may be deleted at any time.
 */
export class RenditionCache {
  constructor(
    private readonly folder: string,
    /** What is kept at most. */
    private readonly bytes = 2 * 1024 ** 3,
  ) {}

  /** Puts a rendition at `target`, from the cache or made anew. A cache that cannot be read or written is done without. */
  async rendition(
    imaging: Imaging,
    { sha256, original, target }: { sha256: string; original: string; target: string },
    making: Making,
  ): Promise<Made & { reused: boolean }> {
    const file = path.join(this.folder, keyOf(sha256, making))
    const kept = await this.reuse(file, target)
    if (kept) return { ...kept, reused: true }
    const made = await imaging.rendition(original, target, making)
    await this.keep(file, target, made).catch(() => undefined)
    return { ...made, reused: false }
  }

  /** Lets the pictures go that were not used for longest. */
  async trim(): Promise<void> {
    const names = await readdir(this.folder).catch(() => [])
    const found = await Promise.all(
      names.map(async (name) => {
        const about = await stat(path.join(this.folder, name)).catch(() => null)
        return { name, bytes: about?.size ?? 0, used: about?.mtimeMs ?? 0 }
      }),
    )
    let left = found.reduce((sum, { bytes }) => sum + bytes, 0)
    for (const { name, bytes } of found.sort((a, b) => a.used - b.used)) {
      if (left <= this.bytes) return
      await rm(path.join(this.folder, name), { force: true }).catch(() => undefined)
      left -= bytes
    }
  }

  private async reuse(file: string, target: string): Promise<Made | null> {
    try {
      const { sha256, ...made } = Kept.parse(JSON.parse(await readFile(`${file}.json`, 'utf8')))
      await copyFile(file, target)
      if ((await contentOf(target)).sha256 !== sha256) throw new Error('the cache is damaged')
      const now = new Date()
      await Promise.all([utimes(file, now, now), utimes(`${file}.json`, now, now)]).catch(() => undefined)
      return made
    } catch {
      // Not there, or not as it was: made anew.
      await rm(target, { force: true })
      return null
    }
  }

  private async keep(file: string, target: string, { width, height, isSrgb }: Made): Promise<void> {
    await mkdir(this.folder, { recursive: true })
    const temporary = `${file}.${randomUUID()}.new`
    try {
      await copyFile(target, temporary)
      const { sha256 } = await contentOf(temporary)
      await rename(temporary, file)
      await writeFile(`${file}.json`, JSON.stringify({ width, height, isSrgb, sha256 }))
    } finally {
      await rm(temporary, { force: true })
    }
  }
}

/** Every choice counts, named or not: one that is added later makes another key. */
function keyOf(original: string, making: Making): string {
  const choices = Object.entries(making)
    // What is made beside it is no part of it.
    .filter(([name]) => name !== 'smaller')
    .map(([name, value]: [string, unknown]): [string, unknown] => [
      name,
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([version, original, choices]))
    .digest('hex')
}
