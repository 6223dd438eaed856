import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { indexVersion } from '../../electron/engine/index/schema.js'
import { exists } from '../../electron/runtime/cache-folder.js'
import { EngineHost } from './engine-host.js'

/**
 * An archive made by `make` in a folder of its own and indexed, once for each version of the index, and kept: an archive in use has an
 * index. Answers its folder.
 */
export async function keptArchive(
  kept: string,
  name: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = path.join(kept, `${name}-${indexVersion}`)
  const made = path.join(folder, 'made')
  if (await exists(made)) return folder
  process.stderr.write(`making an archive: ${name} …\n`)
  await make(folder)
  const engine = new EngineHost()
  const indexed = engine.until('archive.indexing', ({ part }) => part === 1)
  await engine.invoke('archive.open', { folder })
  await indexed
  await engine.stop()
  await mkdir(made)
  return folder
}
