import { mkdir, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { CutlineError } from '#contract'

/**
 * Works in a folder that is made where it is not there yet, with those above it; when the work fails, the folders made for it go
 * again. Rejects with `destination-unwritable` where it cannot be made.
 */
export async function withFolder<T>(folder: string, work: (folder: string) => Promise<T>): Promise<T> {
  const made = await makeFolders(folder)
  try {
    return await work(folder)
  } catch (error) {
    if (made !== undefined) await removeEmpty(folder, made)
    throw error
  }
}

async function makeFolders(folder: string): Promise<string | undefined> {
  try {
    return await mkdir(folder, { recursive: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CutlineError('destination-unwritable', `The folder ${folder} cannot be made: ${reason}`, { folder })
  }
}

/** Removes the folders from the innermost up to the first that was made, as long as nothing is in them. */
async function removeEmpty(innermost: string, made: string): Promise<void> {
  try {
    for (let folder = innermost; folder.startsWith(made); folder = path.dirname(folder)) await rmdir(folder)
  } catch {
    // Somebody has put something there meanwhile.
  }
}
