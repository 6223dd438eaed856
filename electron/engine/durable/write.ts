import { randomBytes } from 'node:crypto'
import { open, rename, rm, copyFile, link } from 'node:fs/promises'
import path from 'node:path'
import { CutlineError } from '#contract'

/** Makes a folder's entries (a new name, a rename) last. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Replaces a file's content so that a crash at any moment leaves the old content or the new, never a mixture: temp file
 * beside it, fsync, rename, fsync of the folder. With `keepBackup` the previous version stays as `<file>.bak`.
 * Rejects with `disk-full` or the file system's own error; the old content is then untouched.
 */
export async function writeDurably(
  file: string,
  content: string | Uint8Array,
  options: { keepBackup?: boolean } = {},
): Promise<void> {
  const temporary = `${file}.${randomBytes(4).toString('hex')}.tmp`
  try {
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (options.keepBackup) await keepAsBackup(file)
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw diskError(error, file)
  }
  await syncFolder(path.dirname(file))
}

/** The current version becomes `.bak` without ever being absent under its own name. */
async function keepAsBackup(file: string): Promise<void> {
  const backup = `${file}.bak`
  const next = `${backup}.next`
  await rm(next, { force: true })
  try {
    await link(file, next)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    // Some file systems (exFAT, many network shares) have no hard links.
    if (!isCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK')) throw error
    await copyFile(file, next)
  }
  await rename(next, backup)
}

/** True where an error carries one of these system codes. */
export function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

/** Names a full disk as what it is; other errors pass unchanged. */
export function diskError(error: unknown, file: string): unknown {
  if (!isCode(error, 'ENOSPC', 'EDQUOT')) return error
  return new CutlineError('disk-full', `There is no space left to write ${file}.`, { file }, { cause: error })
}
