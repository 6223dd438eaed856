import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { CutlineError, type Failure } from '#contract'
import { safeFileName } from '../../captions/file-name.js'
import { isDropping } from '../droppings.js'
import type { FoundFiles, Source, SourceFile, SourceTools } from '../source.js'
import { withBytes } from '../source.js'
import { isInside, openZip, unpack, type ZipEntry } from './zip-entries.js'

/**
 * A zip of photos. Entries are unpacked one at a time, when their turn comes, into a folder of ours under names of ours: no name
 * in a zip ever says where something is written. What is wrong with an entry costs that entry.
 */
export const zipSource: Source = {
  kind: 'zip',
  takes: (name) => /\.zip$/i.test(name),
  open: (file, tools) => withBytes(file, (where) => openFile(file, where, tools)),
}

async function openFile(file: SourceFile, where: string, tools: SourceTools): Promise<FoundFiles> {
  // What is open can still be read when its file is taken away again.
  const { zip, entries } = await openZip(where, file.shown)
  tools.closing.push(() => zip.close())
  const found: FoundFiles = { files: [], failed: [], skipped: [] }
  const folders = new Map<string, string>()
  const root = path.join(tools.staging, `zip-${tools.closing.length}`)
  for (const entry of entries) {
    const shown = path.join(file.shown, ...entry.name.split('/').filter((part) => part !== '..'))
    const parts = entry.name.split('/')
    if (parts.some(isDropping)) {
      found.skipped.push({ file: shown, reason: 'A hidden file, or one of the system’s own.' })
    } else if (!isInside(entry.name)) {
      found.failed.push(unsafe(shown))
    } else {
      const name = parts.at(-1) ?? ''
      const folder = parts.slice(0, -1).join('/')
      const place = folders.get(folder) ?? path.join(root, String(folders.size + 1))
      folders.set(folder, place)
      found.files.push({ ...lazily(zip, entry, place, name), shown, name, bytes: entry.bytes })
    }
  }
  return found
}

function lazily(
  zip: Parameters<typeof unpack>[0],
  entry: ZipEntry,
  folder: string,
  name: string,
): Pick<SourceFile, 'path' | 'fetch' | 'release'> {
  const { name: stem, ext } = path.parse(name)
  const target = path.join(folder, `${safeFileName(stem)}${/^\.[a-z0-9]{1,8}$/i.test(ext) ? ext : ''}`)
  let holders = 0
  let fetching: Promise<void> | null = null
  return {
    path: target,
    fetch: async () => {
      holders += 1
      fetching ??= mkdir(folder, { recursive: true }).then(() => unpack(zip, entry, target))
      try {
        await fetching
      } catch (error) {
        holders -= 1
        fetching = null
        await rm(target, { force: true })
        throw CutlineError.from(error)
      }
    },
    release: async () => {
      holders -= 1
      if (holders > 0) return
      fetching = null
      await rm(target, { force: true })
    },
  }
}

function unsafe(file: string): Failure {
  return {
    file,
    code: 'container-unsafe',
    message: `${file} has a name that points outside the zip. It was left out; nothing was written outside.`,
  }
}
