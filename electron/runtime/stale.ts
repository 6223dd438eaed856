import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { projectFolder } from './bundles.js'

const sources = ['electron', 'renderer', 'package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json']
const stampFile = path.join(projectFolder, 'dist', 'built-from')

/** A figure of all sources' names, sizes and times: the same figure means that nothing has to be built. */
async function figure(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources) await note(path.join(projectFolder, source))
  return hash.digest('hex')

  async function note(file: string): Promise<void> {
    const info = await stat(file).catch(() => null)
    if (!info) return
    if (info.isDirectory()) {
      for (const name of (await readdir(file)).sort()) await note(path.join(file, name))
    } else if (!/\.test\.tsx?$|\.tsbuildinfo$/.test(file)) {
      hash.update(`${file} ${info.size} ${info.mtimeMs}\n`)
    }
  }
}

/** Whether the sources differ from those that dist was built from; `built` notes that it is up to date now. */
export async function checkStale(): Promise<{ stale: boolean; built: () => Promise<void> }> {
  const now = await figure()
  const before = await readFile(stampFile, 'utf8').catch(() => '')
  return {
    stale: now !== before,
    built: async () => {
      await mkdir(path.dirname(stampFile), { recursive: true })
      await writeFile(stampFile, now)
    },
  }
}
