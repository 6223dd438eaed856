import type { Dirent } from 'node:fs'
import { createReadStream } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import path from 'node:path'
import type { BagProblem } from './bag-problem.js'
import type { BagFile, BagSource } from './bag-source.js'

/** No newsroom's bundle has more, and a folder that was chosen by mistake may have millions. */
const mostEntries = 50_000

/** A bag that lies open in a folder. Links are named and never followed. Rejects with the file system's error. */
export async function openFolderBag(folder: string): Promise<BagSource> {
  const files: BagFile[] = []
  const problems: BagProblem[] = []
  let hasPayloadFolder = false
  const isTooMany = () => files.length + problems.length > mostEntries
  const walk = async (inner: string): Promise<void> => {
    if (isTooMany()) return
    const entries: Dirent[] = await readdir(path.join(folder, inner), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isTooMany()) return
      const name = inner === '' ? entry.name : `${inner}/${entry.name}`
      const absolute = path.join(folder, name)
      if (entry.isDirectory()) {
        if (name === 'data') hasPayloadFolder = true
        await walk(name)
      } else if (entry.isFile()) {
        const { size } = await lstat(absolute)
        files.push({ path: name, bytes: size, read: () => createReadStream(absolute, { highWaterMark: 1024 * 1024 }) })
      } else {
        problems.push({
          reason: 'link',
          path: name,
          message: `${name} is a link or device, which a bag may not hold; it was not followed.`,
        })
      }
    }
  }
  await walk('')
  if (isTooMany()) {
    const message = `There are more than ${mostEntries} files in it, which no bundle has.`
    return { files: [], problems: [{ reason: 'too-many', path: '', message }], hasPayloadFolder, close }
  }
  return { files, problems, hasPayloadFolder, close }
}

const close = () => Promise.resolve()
