import { opendir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Failure } from '#contract'
import { isCode } from '../durable/write.js'
import { isDropping } from './droppings.js'
import type { FoundFiles } from './source.js'

/**
 * Finds the files behind the paths that were chosen: files as they are, folders with all that is in them, in natural
 * order (2 before 10). Hidden files and systems' own are skipped and said; a path that is not there or cannot be read
 * costs that path only. `exclude` (the archive's own folder) is never entered.
 */
export async function findFiles(paths: readonly string[], exclude: string, signal: AbortSignal): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], failed: [], skipped: [] }
  const seen = new Set<string>()
  const excluded = await realpath(exclude)
  for (const chosen of paths) {
    if (signal.aborted) break
    await visit(path.resolve(chosen), path.basename(path.resolve(chosen)), true)
  }
  const order = new Intl.Collator('zh', { numeric: true })
  found.files.sort((a, b) => order.compare(a.path, b.path))
  return found

  async function visit(file: string, shown: string, chosen: boolean): Promise<void> {
    if (signal.aborted) return
    try {
      const real = await realpath(file)
      if (seen.has(real)) return
      seen.add(real)
      if (real === excluded || real.startsWith(excluded + path.sep)) {
        found.skipped.push({ file: shown, reason: 'It is inside this archive already.' })
        return
      }
      const info = await stat(real)
      if (info.isDirectory()) await visitFolder(file, shown, chosen)
      else if (info.isFile()) found.files.push({ path: file, shown, name: path.basename(file), bytes: info.size })
      else found.skipped.push({ file: shown, reason: 'It is neither a file nor a folder.' })
    } catch (error) {
      found.failed.push(pathFailure(shown, error))
    }
  }

  async function visitFolder(folder: string, shown: string, chosen: boolean): Promise<void> {
    for await (const entry of await opendir(folder)) {
      const child = chosen ? entry.name : path.join(shown, entry.name)
      if (isDropping(entry.name))
        found.skipped.push({ file: child, reason: 'A hidden file, or one of the system’s own.' })
      else await visit(path.join(folder, entry.name), child, false)
    }
  }
}

function pathFailure(file: string, error: unknown): Failure {
  if (isCode(error, 'ENOENT', 'ENOTDIR')) {
    return { file, code: 'file-vanished', message: `${file} is not there (any more).` }
  }
  const reason = error instanceof Error ? error.message : String(error)
  return { file, code: 'file-unreadable', message: `${file} cannot be read: ${reason}` }
}
