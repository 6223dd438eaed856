import { randomUUID } from 'node:crypto'
import { access, mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import envPaths from 'env-paths'

/** Where runtimes are kept that were fetched once: outside the checkout, so that a fresh one finds them. */
export const cacheFolder = envPaths('cutline', { suffix: '' }).cache

/**
 * A folder of the cache, made by `fill` where it is not there yet. It appears whole or not at all, also when two commands
 * make it at the same time: the first to finish wins.
 */
export async function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = path.join(cacheFolder, name)
  if (await exists(folder)) return folder
  const draft = `${folder}.${randomUUID()}`
  await mkdir(draft, { recursive: true })
  try {
    await fill(draft)
    await rename(draft, folder).catch(async (error: unknown) => {
      if (!(await exists(folder))) throw error
    })
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return folder
}

export function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
