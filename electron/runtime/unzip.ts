import { createWriteStream } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'

/** File type bits of a Unix mode. */
const typeMask = 0o170000
const linkType = 0o120000

/**
 * Unpacks a zip. `place` answers where an entry goes below the folder, or null to leave it out. Keeps which files can be
 * run, and links.
 */
export async function unzip(zip: string, folder: string, place: (name: string) => string | null): Promise<void> {
  const file = await yauzl.openPromise(zip)
  try {
    for await (const entry of file.eachEntry()) {
      const name = place(entry.fileName)
      if (name === null || name === '') continue
      const target = path.join(folder, name)
      if (path.relative(folder, target).startsWith('..')) continue
      if (entry.fileName.endsWith('/')) {
        await mkdir(target, { recursive: true })
        continue
      }
      await mkdir(path.dirname(target), { recursive: true })
      const mode = entry.externalFileAttributes >>> 16
      const content = await file.openReadStreamPromise(entry)
      if ((mode & typeMask) === linkType) await symlink(await text(content), target)
      else await pipeline(content, createWriteStream(target, { mode: mode & 0o111 ? 0o755 : 0o644 }))
    }
  } finally {
    file.close()
  }
}
