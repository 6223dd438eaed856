import { randomUUID } from 'node:crypto'
import { mkdir, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { CutlineError } from '#contract'
import { isCode, syncFolder, writeDurably } from '../durable/write.js'
import { layout } from './layout.js'
import { type ArchiveFile, currentSchema } from './schema.js'

/**
 * Makes a new, empty archive in a folder that does not exist yet or is empty. archive.json is written last: a folder
 * without it is no archive. Rejects with `archive-exists`, or `destination-exists` for a folder with something else in it.
 */
export async function createArchive(folder: string, name?: string): Promise<void> {
  const names = await namesIn(folder)
  if (names.includes('archive.json')) {
    throw new CutlineError('archive-exists', `There already is an archive in ${folder}; open it instead.`, { folder })
  }
  // What an interrupted creation left is empty folders, and may be used again.
  const others = names.filter((entry) => !ownFolders.includes(entry) && !entry.startsWith('.'))
  if (others.length > 0) {
    throw new CutlineError(
      'destination-exists',
      `${folder} has other files in it (${others.slice(0, 3).join(', ')}). Choose an empty folder or a new name.`,
      { folder },
    )
  }
  for (const own of ownFolders) await mkdir(path.join(folder, own), { recursive: true })
  const chosen = (name ?? '').trim()
  const settings: ArchiveFile = {
    schema: currentSchema.version,
    id: randomUUID(),
    name: chosen === '' ? path.basename(path.resolve(folder)) : chosen,
    createdAt: new Date().toISOString(),
  }
  await writeDurably(layout.settings(folder), `${JSON.stringify(settings, null, 1)}\n`)
  await syncFolder(path.dirname(path.resolve(folder)))
}

const ownFolders = ['originals', 'catalog', 'stories', 'cache']

async function namesIn(folder: string): Promise<string[]> {
  try {
    if (!(await stat(folder)).isDirectory()) {
      throw new CutlineError('destination-exists', `${folder} is a file, not a folder. Choose another name.`, {
        folder,
      })
    }
    return await readdir(folder)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return []
    throw error
  }
}
